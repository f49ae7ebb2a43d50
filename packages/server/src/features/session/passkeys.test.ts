import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type AccountApp,
  createAccountApp,
  newVisitor,
  type Visitor,
} from "../../test-account-app.ts";
import { makeAuthenticator } from "./authenticator.test-data.ts";

const ours = { origin: "http://localhost:7300", rpId: "localhost" };

let app: AccountApp;
beforeAll(async () => {
  app = await createAccountApp();
});
afterAll(() => app.close());

type Authenticator = ReturnType<typeof makeAuthenticator>;

const begin = async (visitor: Visitor) =>
  (await app.ask(visitor, "POST /api/session/passkey/options")).body;

const add = async (visitor: Visitor, authenticator: Authenticator) => {
  const { challenge, options } = (await app.ask(visitor, "POST /api/account/passkeys/options"))
    .body;
  const response = authenticator.register(options);
  const body = { challenge, name: "My laptop", response };
  return { answer: await app.ask(visitor, "POST /api/account/passkeys", { body }), body, options };
};

const withPasskey = async () => {
  const visitor = await app.enter(["learner"]);
  const authenticator = makeAuthenticator(ours);
  const { answer } = await add(visitor, authenticator);
  expect(answer.status).toBe(200);
  return { visitor, authenticator };
};

const signIn = async (authenticator: Authenticator, visitor = newVisitor()) => {
  const { challenge, options } = await begin(visitor);
  const body = { challenge, response: authenticator.answer(options) };
  return { answer: await app.ask(visitor, "POST /api/session/passkey", { body }), body, visitor };
};

const passkeyOf = (id: string) =>
  app.db.selectFrom("passkey").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

describe("a passkey", () => {
  it("is added and then signs in without an address", async () => {
    const { visitor, authenticator } = await withPasskey();
    const account = (await app.ask(visitor, "GET /api/account")).body;
    expect(account.passkeys).toMatchObject([{ id: authenticator.id, name: "My laptop" }]);
    const { answer } = await signIn(authenticator);
    expect(answer.body).toMatchObject({ next: "home", passkeys: 1, person: account.person });
    expect((await passkeyOf(authenticator.id)).counter).toBe(1);
  });

  it("asks for a passkey that the device keeps and names nobody in it", async () => {
    const visitor = await app.enter(["learner"]);
    const { options } = (await app.ask(visitor, "POST /api/account/passkeys/options")).body;
    expect(options).toMatchObject({
      rp: { id: "localhost" },
      authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
      attestation: "none",
    });
    expect((await begin(newVisitor())).options).not.toHaveProperty("allowCredentials.0");
  });

  it("is good for one answer to one challenge", async () => {
    const { authenticator } = await withPasskey();
    const { answer, body } = await signIn(authenticator);
    expect(answer.status).toBe(200);
    const again = await app.ask(newVisitor(), "POST /api/session/passkey", { body });
    expect(again.problem.code).toBe("passkey-not-accepted");
  });

  it("uses up a challenge with a wrong answer too", async () => {
    const { authenticator } = await withPasskey();
    const visitor = newVisitor();
    const { challenge, options } = await begin(visitor);
    const right = authenticator.answer(options);
    const wrong = { ...right, response: { ...right.response, signature: "AAAA" } };
    for (const response of [wrong, right]) {
      const body = { challenge, response };
      expect((await app.ask(visitor, "POST /api/session/passkey", { body })).status).toBe(401);
    }
  });

  it("answers too late after five minutes", async () => {
    const { authenticator } = await withPasskey();
    const { challenge, options } = await begin(newVisitor());
    app.later(5 * 60_000);
    const body = { challenge, response: authenticator.answer(options) };
    expect((await app.ask(newVisitor(), "POST /api/session/passkey", { body })).status).toBe(401);
  });

  it("that was copied is refused once its counter falls behind", async () => {
    const { authenticator } = await withPasskey();
    for (let i = 0; i < 3; i++) expect((await signIn(authenticator)).answer.status).toBe(200);
    authenticator.setCounter(1);
    expect((await signIn(authenticator)).answer.status).toBe(401);
    expect((await passkeyOf(authenticator.id)).counter).toBe(3);
  });

  it.each([
    ["another site", { origin: "https://evil.example", rpId: "localhost" }],
    ["another relying party", { origin: ours.origin, rpId: "evil.example" }],
  ])("made for %s is refused", async (_, where) => {
    const visitor = await app.enter(["learner"]);
    expect((await add(visitor, makeAuthenticator(where))).answer.status).toBe(401);
  });

  it("of one person cannot be claimed for another", async () => {
    const { authenticator } = await withPasskey();
    const { challenge, options } = await begin(newVisitor());
    const other = Buffer.alloc(16, 7).toString("base64url");
    const body = { challenge, response: authenticator.answer(options, other) };
    expect((await app.ask(newVisitor(), "POST /api/session/passkey", { body })).status).toBe(401);
  });

  it("that is unknown and one of a deactivated person get the same answer", async () => {
    const { visitor, authenticator } = await withPasskey();
    const owner = await app.enter(["owner"]);
    const person = (await app.ask(visitor, "GET /api/session")).body.person?.id ?? "";
    await app.ask(owner, "POST /api/people/{person}/deactivate", {
      params: { person },
      body: { reason: "left" },
    });
    const gone = await signIn(authenticator);
    const unknown = await signIn(makeAuthenticator(ours));
    expect(gone.answer.status).toBe(401);
    expect(unknown.answer.problem.detail).toBe(gone.answer.problem.detail);
  });

  it("is not added with somebody else's challenge, nor with one for signing in", async () => {
    const first = await app.enter(["learner"]);
    const second = await app.enter(["learner"]);
    const authenticator = makeAuthenticator(ours);
    const asked = (await app.ask(first, "POST /api/account/passkeys/options")).body;
    for (const { challenge, options } of [asked, await begin(second)]) {
      const body = { challenge, name: "x", response: authenticator.register(options) };
      expect((await app.ask(second, "POST /api/account/passkeys", { body })).status).toBe(401);
    }
  });

  it("is not added twice", async () => {
    const { authenticator } = await withPasskey();
    const other = await app.enter(["learner"]);
    expect((await add(other, authenticator)).answer.status).toBe(401);
  });

  it("is removed by its own person only", async () => {
    const { visitor, authenticator } = await withPasskey();
    const other = await app.enter(["learner"]);
    const ask = { params: { passkey: authenticator.id } };
    const name = "DELETE /api/account/passkeys/{passkey}";
    expect((await app.ask(other, name, ask)).status).toBe(404);
    expect((await app.ask(visitor, name, ask)).status).toBe(204);
    expect((await signIn(authenticator)).answer.status).toBe(401);
  });

  it.each([
    {},
    { id: 1 },
    { id: "a", rawId: "a", type: "public-key", response: {} },
    { response: null },
  ])("of the form %j is refused, not a fault", async (response) => {
    const { challenge } = await begin(newVisitor());
    const body = { challenge, response };
    expect((await app.ask(newVisitor(), "POST /api/session/passkey", { body })).status).toBe(401);
  });
});
