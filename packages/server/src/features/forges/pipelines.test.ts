import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce } from "../../test-policy.ts";
import { decideForPipeline } from "./decide-for-pipeline.ts";
import { makeKey, startForge, type TestForge } from "./forge.test-data.ts";
import type { ClaimChange } from "./pipeline-claims.test-data.ts";

const gate = "deploy/production";
const begun = new Date("2026-11-21T12:00:00.000Z");
const base64 = (value: object | string) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

const answered = z.looseObject({
  reasons: z.array(z.object({ code: z.string(), says: z.string() })).default([]),
});

describe("a pipeline", () => {
  let app: TestApp;
  let owner: TestPerson;
  let forge: TestForge;
  let ada: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    await bringIntoForce(owner);
    forge = await startForge("github", app.clock.now);
    ada = await app.signIn("learner");
    const at = app.clock.now();
    const body = { activity: "lab/L26" };
    const { id } = ada;
    await appendEvidence(app.db, [{ kind: "activity.passed", person: id, actor: id, body, at }]);
    await link(4711, ada.id);
    const issuer = {
      kind: "github" as const,
      issuer: forge.url,
      forge: forge.host,
      allowed: [
        { repository: "octo/*", gates: ["deploy/*"] },
        { repository: "octo/moved", id: "88", gates: ["*"] },
        { repository: "open/pulls", gates: [gate], pullRequests: true },
      ],
    };
    const made = await owner.client("POST /api/ci-issuers", { body: issuer });
    if (!made.ok) throw new Error(made.problem.detail);
  });
  beforeEach(() => app.clock.set(begun));
  afterAll(async () => {
    await forge.close();
    await app.close();
  });

  const link = async (account: number, person: string) => {
    const body = `forge,account,person\n${forge.host},${account},${person}\n`;
    const done = await owner.client("POST /api/forge-accounts/imports", { body });
    if (!done.ok) throw new Error(done.problem.detail);
  };
  /** As a runner does it: no cookie, no page, no access token. */
  const post = async (token: string, more: object = {}, at = gate) => {
    const answer = await app.request(`/api/gates/${at}/ci-decisions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, ...more }),
    });
    return answered.parse(await answer.json());
  };
  const ask = async (change: ClaimChange = {}, more: object = {}) =>
    post(await forge.sign(change), more);

  it("is answered about the account that the forge has signed", async () => {
    const answer = await ask();
    expect(answer).toMatchObject({
      outcome: "allow",
      person: ada.id,
      verified: {
        account: { forge: forge.host, id: "4711", login: "octo-4711" },
        repository: "octo/shop",
        repositoryId: "77",
        event: "push",
        pullRequest: false,
      },
      claimed: [],
    });
  });

  it("is not believed by a token made out for whatever address the request calls us by", async () => {
    const context = { db: app.db, now: app.clock.now(), origin: "http://elsewhere.example" };
    const token = await forge.sign({ aud: context.origin });
    const answer = await decideForPipeline(context, app.wired.forges, { gate, token, authors: [] });
    expect(answer).toMatchObject({ ok: false, error: { code: "ci-token-not-valid" } });
  });

  it("of somebody whose account is linked to nobody stays closed and is told how to link it", async () => {
    const answer = await ask({ actor_id: "4712", actor: "octo-4711" });
    expect(answer).toMatchObject({
      outcome: "deny",
      person: null,
      reasons: [{ code: "unlinked" }],
    });
    expect(answer.reasons[0]?.says).toContain("account 4712");
    expect(answer["links"]).toMatchObject({ account: "http://localhost:7300/account" });
  });

  it("is not opened by an address, a name or a number that anybody can write", async () => {
    const email = (
      await app.db.selectFrom("person").select("email").where("id", "=", ada.id).executeTakeFirst()
    )?.email;
    const forged = { actor_id: "666", actor: "octo-4711", user_email: email, user_id: "4711" };
    expect(await ask(forged)).toMatchObject({ outcome: "deny", person: null });
    // A certified author's address in the commit does not stand for the author either.
    const claimed = await ask({}, { authors: [{ email }] });
    expect(claimed).toMatchObject({ outcome: "deny", claimed: ["authors"] });
    expect(claimed["authors"]).toMatchObject([{ email, person: null, outcome: null }]);
    const asAccount = { account: { forge: forge.host, id: "4711" } };
    expect(await ask(forged, { authors: [asAccount] })).toMatchObject({ outcome: "deny" });
  });

  it("is denied for an author that it names and that may not pass", async () => {
    const bob = await app.signIn("learner");
    await link(4800, bob.id);
    const author = (id: string) => ({ account: { forge: forge.host, id } });
    const answer = await ask({}, { authors: [author("4711"), author("4800"), author("4999")] });
    expect(answer["outcome"]).toBe("deny");
    expect(answer["authors"]).toMatchObject([
      { person: ada.id, outcome: "allow" },
      { person: bob.id, outcome: "deny", remedy: [{ ref: "lab/L26" }] },
      { person: null, outcome: null },
    ]);
    const codes = answer.reasons.map(({ code }) => code);
    expect(codes).toEqual(["holds", "author", "unlinked"]);
    expect((await ask({}, { authors: [author("4711")] }))["outcome"]).toBe("allow");
  });

  const seconds = begun.getTime() / 1000;
  it.each<[string, ClaimChange]>([
    ["that has expired", { exp: seconds - 61 }],
    ["that begins later", { nbf: seconds + 61 }],
    ["that was issued later", { iat: seconds + 61 }],
    ["without an end", { exp: undefined }],
    ["without a time of issue", { iat: undefined }],
    ["without a name of its own", { jti: undefined }],
    ["for somebody else", { aud: "https://elsewhere.example" }],
    ["for somebody whose address begins like ours", { aud: "http://localhost:7300.evil.example" }],
    ["of another issuer", { iss: "https://token.actions.githubusercontent.com" }],
    ["of an issuer that it names itself", { iss: "http://127.0.0.1:1" }],
    ["without an actor", { actor_id: undefined }],
    ["with an actor that is no number", { actor_id: "4711 or 1=1" }],
    ["without a repository's number", { repository_id: undefined }],
  ])("with a token %s is not believed", async (_, change) => {
    expect(await ask(change)).toMatchObject({ code: "ci-token-not-valid", status: 401 });
  });

  it("may have a clock that differs by a minute", async () => {
    const near = { iat: seconds + 59, nbf: seconds + 59, exp: seconds + 200 };
    expect(await ask(near)).toMatchObject({ outcome: "allow" });
    expect(await ask({ exp: seconds - 59, iat: seconds - 300 })).toMatchObject({
      outcome: "allow",
    });
  });

  it.each<[string, ClaimChange]>([
    ["another owner's repository", { repository: "evil/shop" }],
    [
      "a fork, whatever its `sub` says",
      { repository: "mallory/shop", sub: "repo:octo/shop:ref:refs/heads/main" },
    ],
    ["a repository deeper than the pattern", { repository: "octo/shop/x" }],
    ["a repository that took an allowed name", { repository: "octo/moved", repository_id: "99" }],
    ["a pull request", { event_name: "pull_request", ref: "refs/pull/7/merge" }],
    ["a pull request of a fork with our rights", { event_name: "pull_request_target" }],
    ["a pull request that says it is a push", { ref: "refs/pull/7/head" }],
  ])("of %s may not ask", async (_, change) => {
    const answer = await ask(change);
    expect(answer).toMatchObject({ code: "ci-not-allowed", status: 403 });
  });

  it("asks only for the gates that its repository is allowed, in any letters", async () => {
    const token = await forge.sign({ repository: "Open/Pulls", event_name: "pull_request" });
    const report = { repository: "Open/Pulls", pullRequest: true, event: "pull_request" };
    expect(await post(token)).toMatchObject({ outcome: "allow", verified: report });
    expect(await post(await forge.sign(), {}, "model-keys/production")).toMatchObject({
      code: "ci-not-allowed",
    });
    expect(await post(await forge.sign(), {}, "deploy/nowhere")).toMatchObject({
      code: "not-found",
    });
  });

  it("through a workflow of another repository is reported with it", async () => {
    const workflow = "shared/ci/.github/workflows/deploy.yml@refs/tags/v1";
    const answer = await ask({ job_workflow_ref: workflow });
    expect(answer).toMatchObject({ verified: { workflow, repository: "octo/shop" } });
  });

  it("with a token that plays with keys and algorithms is not believed", async () => {
    const [key] = forge.state.keys;
    const claims = base64(forge.usual());
    const header = (alg: string) => base64({ alg, typ: "JWT", kid: key?.kid });
    const body = `${header("HS256")}.${claims}`;
    const secret = JSON.stringify(key?.publicJwk);
    const mac = createHmac("sha256", secret).update(body).digest("base64url");
    const good = await forge.sign();
    const [head = "", payload = "", signature = ""] = good.split(".");
    const twice = `${JSON.stringify(forge.usual()).slice(0, -1)},"actor_id":"1"}`;
    const foreign = await makeKey("key-1");
    const bad = [
      `${header("none")}.${claims}.`,
      `${header("none")}.${claims}.AA`,
      `${body}.${mac}`,
      `${head}.${claims}.${signature}`,
      `${head}.${payload}.${signature.slice(0, -4)}AAAA`,
      `${head}.${base64(twice)}.${signature}`,
      await forge.sign({}, {}, foreign),
      await forge.sign({}, { typ: "clearance+jwt" }),
      await forge.sign({}, { kid: undefined }),
      await forge.sign({}, { jku: "http://127.0.0.1:1/keys" }, foreign),
      "not.a.token",
      "x".repeat(16_000),
    ];
    for (const token of bad) {
      expect(await post(token), token.slice(0, 80)).toMatchObject({ code: "ci-token-not-valid" });
    }
    expect(await post("x".repeat(16_385))).toMatchObject({ code: "bad-input" });
  });

  it("cannot show a token for ever, nor again and again", async () => {
    const token = await forge.sign({ exp: seconds + 86_400 });
    expect(await post(token)).toMatchObject({ outcome: "allow" });
    app.clock.set(new Date(begun.getTime() + 600_001));
    expect(await post(token)).toMatchObject({ code: "ci-token-not-valid" });
    app.clock.set(begun);
    const often = await forge.sign();
    const answers = await Promise.all(Array.from({ length: 25 }, () => post(often)));
    expect(answers.filter(({ outcome }) => outcome === "allow")).toHaveLength(20);
    // A job asks several gates with one token.
    expect(await post(often, {}, "deploy/other")).toMatchObject({ code: "not-found" });
  });

  it("is recorded as the answer that it got, asked by nobody here", async () => {
    await ask();
    const rows = await app.db
      .selectFrom("evidence")
      .select(["actor", "body"])
      .where("kind", "=", "gate.decided")
      .where("person", "=", ada.id)
      .execute();
    expect(rows).toMatchObject([{ actor: null, body: { gate, outcome: "allow" } }]);
  });
});
