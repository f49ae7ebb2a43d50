import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce } from "../../test-policy.ts";
import { readGithubAsk } from "./github-ask.ts";
import { answerJob, githubJobs } from "./jobs.ts";
import { appId, signed, startTestGithub, webhookSecret } from "./test-github.ts";

/** What GitHub publishes of its messages. */
const examples: readonly { readonly name: string; readonly examples: readonly object[] }[] =
  createRequire(import.meta.url)("@octokit/webhooks-examples");

const gate = "deploy/production";
const head = "a".repeat(40);
const repository = { id: 77, full_name: "Octo-Org/Shop" };
const accountOf = (id: number) => ({ id, login: `user-${id}` });
const commit = (sha: string, id: number | null, email = "somebody@test.example") => ({
  sha,
  author: id === null ? null : accountOf(id),
  commit: { author: { email } },
});

describe("a GitHub App", () => {
  let app: TestApp;
  let owner: TestPerson;
  let github: Awaited<ReturnType<typeof startTestGithub>>;
  let connected: { readonly id: string; readonly receiver: string };
  let cleared: TestPerson;
  let blocked: TestPerson;

  const wish = () => ({
    name: "Gatekeeper",
    apiUrl: github.url,
    appId,
    privateKey: github.privateKey,
    webhookSecret,
    checks: [{ repositories: "octo-org/*", gate }],
    deployments: [{ repositories: "octo-org/shop", environment: "prod*", gate }],
  });
  const pass = (person: string) =>
    appendEvidence(app.db, [
      {
        kind: "activity.passed",
        person,
        actor: person,
        body: { activity: "lab/L26" },
        at: app.clock.now(),
      },
    ]);
  const link = (person: string, id: number) =>
    app.db
      .insertInto("forgeAccount")
      .values({
        forge: github.forge,
        accountId: String(id),
        personId: person,
        login: `user-${id}`,
        how: "imported",
        linkedBy: owner.id,
        linkedAt: app.clock.now(),
      })
      .execute();

  beforeAll(async () => {
    app = await createTestApp();
    github = await startTestGithub(app.clock.now);
    owner = await app.signIn("owner");
    await bringIntoForce(owner);
    cleared = await app.signIn("learner");
    blocked = await app.signIn("learner");
    await pass(cleared.id);
    await link(cleared.id, 1);
    await link(blocked.id, 2);
    const made = await owner.client("POST /api/github-apps", { body: wish() });
    if (!made.ok) throw new Error(made.problem.detail);
    connected = made.value;
  });
  afterAll(async () => {
    await app.close();
    await github.close();
  });
  beforeEach(() => {
    for (const list of [github.checks, github.deployments, github.commits, github.faults]) {
      list.length = 0;
    }
  });

  const jobs = () => githubJobs(app.wired.github, { db: app.db, clock: app.clock.now });
  const post = (event: string, payload: object, given: Record<string, string> = {}) => {
    const body = JSON.stringify({ installation: { id: 5 }, repository, ...payload });
    const headers = {
      "content-type": "application/json",
      "x-github-event": event,
      "x-github-delivery": randomUUID(),
      "x-hub-signature-256": signed(body),
      ...given,
    };
    const path = new URL(connected.receiver).pathname;
    return app.request(path, { method: "POST", headers, body });
  };
  /** As the queue would: everything that waits, once. */
  const work = async () => {
    const waiting = await app.db
      .selectFrom("githubDelivery")
      .select("delivery")
      .where("state", "=", "waiting")
      .execute();
    for (const { delivery } of waiting) {
      await jobs()[answerJob]?.({ appId: connected.id, delivery }, new AbortController().signal);
    }
  };
  const pull = (by: number, opener = by, number = 7, sha = head) => ({
    action: "opened",
    sender: accountOf(by),
    pull_request: { number, user: accountOf(opener), head: { sha } },
  });
  const checkAfter = async (event: string, payload: object) => {
    expect((await post(event, payload)).status).toBe(202);
    await work();
    return github.checks.at(-1);
  };

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
      ...wish(),
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

  it.each([
    ["opened by another account than the one that is signed in", 1, 2],
    ["brought in by an account of nobody", 999, 1],
  ])("stops a change %s", async (_, by, opener) => {
    github.commits.push(commit(head, 1));
    expect((await checkAfter("pull_request", pull(by, opener)))?.conclusion).toBe("failure");
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

  it("closes for an author who is only claimed and may not, or is known by an address alone", async () => {
    github.commits.push(commit(head, 1), commit("c".repeat(40), 2));
    expect((await checkAfter("pull_request", pull(1)))?.conclusion).toBe("failure");
    github.commits.length = 0;
    github.commits.push(commit("d".repeat(40), null, "nobody@test.example"));
    const check = await checkAfter("pull_request", pull(1));
    expect(check?.conclusion).toBe("failure");
    expect(check?.output.summary).toContain("nobody");
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

  it("sends its token to no address but that of its API", async () => {
    const payload = {
      action: "requested",
      environment: "production",
      sender: accountOf(1),
      deployment: { sha: head, creator: accountOf(1) },
      deployment_callback_url:
        "https://elsewhere.test/repos/x/y/actions/runs/9/deployment_protection_rule",
    };
    github.commits.push(commit(head, 1));
    await post("deployment_protection_rule", payload);
    await work();
    const params = { app: connected.id };
    const listed = await owner.client("GET /api/github-apps/{app}/deliveries", { params });
    const says = listed.ok ? listed.value.deliveries.map((one) => `${one.state}: ${one.says}`) : [];
    expect(says).toContainEqual(expect.stringMatching(/^failed: https:\/\/elsewhere\.test/));
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
