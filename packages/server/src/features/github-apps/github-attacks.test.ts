import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountOf, commit, head, pull, startScene } from "./test-github-scene.ts";

type Scene = Awaited<ReturnType<typeof startScene>>;

describe("a GitHub App that somebody wants open", () => {
  let scene: Scene;
  let github: Scene["github"];
  let post: Scene["post"];
  let work: Scene["work"];
  let checkAfter: Scene["checkAfter"];
  beforeAll(async () => {
    scene = await startScene();
    ({ github, post, work, checkAfter } = scene);
  });
  afterAll(() => scene.close());
  beforeEach(() => scene.forget());

  it("closes for an author who is only claimed and may not, or is known by an address alone", async () => {
    github.commits.push(commit(head, 1), commit("c".repeat(40), 2));
    expect((await checkAfter("pull_request", pull(1)))?.conclusion).toBe("failure");
    github.commits.length = 0;
    github.commits.push(commit("d".repeat(40), null, "nobody@test.example"));
    const check = await checkAfter("pull_request", pull(1));
    expect(check?.conclusion).toBe("failure");
    expect(check?.output.summary).toContain("nobody");
  });

  it("remembers who pushed into a fork's change, of which no other message comes", async () => {
    const [first, second] = ["8".repeat(40), "9".repeat(40)];
    const fork = (by: number, sha: string) => ({
      ...pull(by, 1, 12, sha),
      action: "synchronize",
    });
    github.commits.push(commit(first, 1));
    const check = await checkAfter("pull_request", fork(2, first));
    expect(check?.conclusion).toBe("failure");
    // A second push by somebody who may does not hide the first.
    github.commits.push(commit(second, 1));
    expect((await checkAfter("pull_request", fork(1, second)))?.conclusion).toBe("failure");
  });

  it("opens nothing for a commit that carries the address of somebody who may", async () => {
    // Pushed by account 2, written in the name of account 1, whose holder may pass.
    const forged = "b".repeat(40);
    github.commits.push(commit(forged, 1), commit(head, 1));
    const push = { deleted: false, commits: [{ id: forged }], sender: accountOf(2) };
    expect((await post("push", push)).status).toBe(202);
    await work();
    const check = await checkAfter("pull_request", pull(1));
    expect(check?.conclusion).toBe("failure");
  });

  it("shows one check for a commit that two changes have as their head, for everybody of both", async () => {
    const sha = "5".repeat(40);
    github.ofPull.set(21, [commit("4".repeat(40), 2), commit(sha, 1)]);
    github.ofPull.set(22, [commit(sha, 1)]);
    expect((await checkAfter("pull_request", pull(1, 1, 21, sha)))?.conclusion).toBe("failure");
    // Into a branch that has the other commits already.
    expect((await checkAfter("pull_request", pull(1, 1, 22, sha)))?.conclusion).toBe("failure");
  });

  it("asks anew when a change is to go into another branch", async () => {
    const sha = "6".repeat(40);
    github.ofPull.set(23, [commit(sha, 1)]);
    expect((await checkAfter("pull_request", pull(1, 1, 23, sha)))?.conclusion).toBe("success");
    github.ofPull.set(23, [commit("4".repeat(40), 2), commit(sha, 1)]);
    const edited = { ...pull(1, 1, 23, sha), action: "edited" };
    const base = { ref: { from: "feature" }, sha: { from: "0".repeat(40) } };
    const check = await checkAfter("pull_request", { ...edited, changes: { base } });
    expect(check?.conclusion).toBe("failure");
    expect((await post("pull_request", { ...edited, changes: { title: {} } })).status).toBe(200);
  });

  it("passes nobody behind the end of GitHub's list of commits", async () => {
    const sha = (index: number) => index.toString(16).padStart(40, "0");
    github.ofPull.set(
      24,
      Array.from({ length: 250 }, (_, index) => commit(sha(index), 1)),
    );
    expect(await checkAfter("pull_request", pull(1, 1, 24))).toBeUndefined();
    github.unlisted.push(commit(sha(1), 2));
    github.commits.push(commit(head, 1));
    const group = { action: "checks_requested", sender: accountOf(1) };
    const merge = { head_sha: head, base_sha: "0".repeat(40) };
    expect(await checkAfter("merge_group", { ...group, merge_group: merge })).toBeUndefined();
    github.unlisted.length = 0;
    expect((await checkAfter("merge_group", { ...group, merge_group: merge }))?.conclusion).toBe(
      "success",
    );
  });

  it("shows an address of a commit as it is, never as a link or markup", async () => {
    const bait = "see`https://evil.example ![x](y)";
    github.commits.push(commit(head, null, bait));
    const check = await checkAfter("pull_request", pull(1));
    expect(check?.output.summary).toContain("`see https://evil.example ![x](y)`");
  });

  it.each(["constructor", "__proto__", "toString"])("takes %s for no event", async (event) => {
    expect((await post(event, pull(1))).status).toBe(200);
  });
  it.each([
    "https://elsewhere.test/repos/x/y/actions/runs/9/deployment_protection_rule",
    "<api>/repos/../app/installations/5/access_tokens",
    "<api>/repos/Octo-Org/Shop/../../../user/actions/runs/9/deployment_protection_rule",
    "<api>/repos/Octo-Org/Shop/actions/runs/9/deployment_protection_rule?to=x",
    "<api>/repos/Octo-Org/Shop/actions/runs/9%2f..%2f/deployment_protection_rule",
  ])("sends its token to no address but one of its API for this: %s", async (address) => {
    const callback = address.replace("<api>", github.url);
    const payload = {
      action: "requested",
      environment: "production",
      sender: accountOf(1),
      deployment: { sha: head, creator: accountOf(1) },
      deployment_callback_url: callback,
    };
    github.commits.push(commit(head, 1));
    await post("deployment_protection_rule", payload);
    await work();
    const params = { app: scene.connected.id };
    const listed = await scene.owner.client("GET /api/github-apps/{app}/deliveries", { params });
    const says = listed.ok ? listed.value.deliveries.map((one) => `${one.state}: ${one.says}`) : [];
    expect(says).toContain(`failed: ${callback} is no address of ${github.url}.`);
    expect(github.deployments).toEqual([]);
  });
});
