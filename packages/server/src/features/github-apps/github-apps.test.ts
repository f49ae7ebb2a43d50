import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestApp, TestPerson } from "../../test-app.ts";
import { readGithubAsk } from "./github-ask.ts";
import { signed } from "./test-github.ts";
import { accountOf, appWish, commit, gate, head, pull, startScene } from "./test-github-scene.ts";

const require = createRequire(import.meta.url);

/** What GitHub publishes of its messages. */
const examples: readonly { readonly name: string; readonly examples: readonly object[] }[] =
  require("@octokit/webhooks-examples");

type Scene = Awaited<ReturnType<typeof startScene>>;

describe("a GitHub App", () => {
  let scene: Scene;
  let app: TestApp;
  let owner: TestPerson;
  let github: Scene["github"];
  let connected: Scene["connected"];
  let blocked: TestPerson;
  let post: Scene["post"];
  let work: Scene["work"];
  let checkAfter: Scene["checkAfter"];
  beforeAll(async () => {
    scene = await startScene();
    ({ app, owner, github, connected, blocked, post, work, checkAfter } = scene);
  });
  afterAll(() => scene.close());
  beforeEach(() => scene.forget());

  it("shows neither key nor secret again, and says where GitHub is to send to", async () => {
    const listed = await owner.client("GET /api/github-apps", {});
    expect(JSON.stringify(listed)).not.toMatch(/PRIVATE KEY|at least sixteen/);
    expect(connected.receiver).toMatch(/^http:\/\/localhost:7300\/hooks\/github\/[0-9a-f-]{36}$/);
    const params = { app: connected.id };
    const tested = await owner.client("POST /api/github-apps/{app}/tests", { params });
    expect(tested.ok && tested.value).toEqual({
      works: true,
      says: "GitHub knows it as Gatekeeper.",
    });
  });

  it("is refused with every fault of its settings at once", async () => {
    const other = generateKeyPairSync("ed25519").privateKey;
    const body = {
      ...appWish(github),
      privateKey: other.export({ type: "pkcs8", format: "pem" }).toString(),
      apiUrl: "http://github.internal/api/v3",
      checks: [{ repositories: "octo-org/*", gate: "deploy/nowhere" }],
    };
    const refused = await owner.client("POST /api/github-apps", { body });
    expect(refused.ok ? [] : refused.problem.faults?.map((fault) => fault.in)).toEqual([
      "body/privateKey",
      "body/apiUrl",
      "body/checks/0/gate",
    ]);
  });

  it("passes a change of somebody who may", async () => {
    github.commits.push(commit(head, 1));
    const check = await checkAfter("pull_request", pull(1));
    expect(check).toMatchObject({
      repository: "Octo-Org/Shop",
      head_sha: head,
      name: `Checkride: ${gate}`,
      conclusion: "success",
    });
  });

  it("stops a change of somebody who may not, with the way to an allow, and follows when it is gone", async () => {
    github.commits.push(commit(head, 2));
    const check = await checkAfter("pull_request", pull(2, 2, 8));
    expect(check?.conclusion).toBe("failure");
    expect(check?.output.summary).toContain("http://localhost:7300/labs/L26");
    const waiting = await app.db
      .selectFrom("githubChange")
      .select("waitsFor")
      .where("number", "=", 8)
      .executeTakeFirst();
    expect(waiting?.waitsFor).toEqual([blocked.id]);
  });

  it("turns red when what somebody held is gone, without anybody pushing again", async () => {
    const leaving = await app.signIn("learner");
    await scene.link(leaving.id, 33);
    await scene.pass(leaving.id);
    const sha = "7".repeat(40);
    github.commits.push(commit(sha, 33));
    const check = await checkAfter("pull_request", pull(33, 33, 21, sha));
    expect(check?.conclusion).toBe("success");
    const params = { person: leaving.id };
    await owner.client("POST /api/people/{person}/deactivate", {
      params,
      body: { reason: "left" },
    });
    await owner.client("GET /api/people/{person}/standing", { params, query: {} });
    expect(await scene.follow()).toBeGreaterThan(0);
    expect(github.checks.at(-1)).toMatchObject({ head_sha: sha, conclusion: "failure" });
    // Nothing more has changed: GitHub is not asked again.
    github.faults.push(500);
    await scene.follow();
    expect(github.faults).toEqual([500]);
  });

  it.each([
    ["opened by another account than the one that is signed in", 1, 2],
    ["brought in by an account of nobody", 999, 1],
  ])("stops a change %s", async (_, by, opener) => {
    github.commits.push(commit(head, 1));
    expect((await checkAfter("pull_request", pull(by, opener)))?.conclusion).toBe("failure");
  });

  it("approves and rejects deployments, also where no gate is set for the environment", async () => {
    const deployed = "f".repeat(40);
    github.commits.push(commit(deployed, 1));
    const ask = (by: number, environment = "production") => ({
      action: "requested",
      environment,
      sender: accountOf(by),
      deployment: { sha: deployed, creator: accountOf(by) },
      deployment_callback_url: `${github.url}/repos/Octo-Org/Shop/actions/runs/9/deployment_protection_rule`,
    });
    for (const payload of [ask(1), ask(2), ask(1, "staging")]) {
      expect((await post("deployment_protection_rule", payload)).status).toBe(202);
      await work();
    }
    expect(github.deployments.map(({ state }) => state)).toEqual([
      "approved",
      "rejected",
      "rejected",
    ]);
    expect(github.deployments[2]?.comment).toContain("No gate is set for staging");
  });

  it("tries again when GitHub fails, and does a message once however often it comes", async () => {
    github.commits.push(commit(head, 1));
    const delivery = { "x-github-delivery": randomUUID() };
    expect((await post("pull_request", pull(1), delivery)).status).toBe(202);
    github.faults.push(502);
    await expect(work()).rejects.toThrow(/502/);
    expect(github.checks).toEqual([]);
    await work();
    expect(github.checks).toHaveLength(1);
    expect((await post("pull_request", pull(1), delivery)).status).toBe(200);
    await work();
    expect(github.checks).toHaveLength(1);
  });

  it.each([
    ["unsigned", { "x-hub-signature-256": "" }, 401],
    ["signed with another secret", { "x-hub-signature-256": signed("{}", "another") }, 401],
    ["signed for another body", { "x-hub-signature-256": signed("{}") }, 401],
    ["without a number", { "x-github-delivery": "" }, 400],
  ])("takes in nothing that is %s", async (_, given, status) => {
    expect((await post("pull_request", pull(1), given)).status).toBe(status);
    await work();
    expect(github.checks).toEqual([]);
  });

  it("refuses what GitHub would not send: another shape, no text, too much, an app that is not there", async () => {
    expect((await post("pull_request", { action: "opened" })).status).toBe(400);
    const path = new URL(connected.receiver).pathname;
    const raw = (body: string, to = path) =>
      app.request(to, {
        method: "POST",
        body,
        headers: {
          "x-github-event": "push",
          "x-github-delivery": randomUUID(),
          "x-hub-signature-256": signed(body),
        },
      });
    expect((await raw("{")).status).toBe(400);
    expect((await raw(`"${"x".repeat(5_000_001)}"`)).status).toBe(413);
    expect((await raw("{}", path.replace(connected.id, randomUUID()))).status).toBe(401);
    expect((await raw("{}", path.replace(connected.id, "nothing"))).status).toBe(401);
  });

  it("reads every published example of the events that it knows", () => {
    const known = ["pull_request", "push", "check_run", "check_suite", "merge_group"];
    const read = examples
      .filter(({ name }) => known.includes(name))
      .flatMap(({ name, examples: payloads }) =>
        payloads
          .filter((payload) => "installation" in payload && payload.installation)
          .map((payload) => readGithubAsk(name, payload)?.kind ?? "nothing"),
      );
    expect(new Set(read)).toEqual(new Set(["pull", "push", "closed", "again", "group", "nothing"]));
  });
});
