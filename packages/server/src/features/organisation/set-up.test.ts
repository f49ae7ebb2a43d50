import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountApp, createAccountApp, newVisitor, secretOf } from "../../test-account-app.ts";

let app: AccountApp;
beforeAll(async () => {
  app = await createAccountApp();
});
afterAll(() => app.close());

const start = () => app.firstOwner(app.db, { origin: app.origin, now: app.clock.now });
const redeem = async (url: string) => {
  const visitor = newVisitor();
  const answer = await app.ask(visitor, "POST /api/session/link", {
    body: { token: secretOf(url) },
  });
  return { visitor, answer };
};

describe("the first start", () => {
  it("goes from the printed link to home without a way to lock oneself out", async () => {
    const nobody = await app.ask(newVisitor(), "GET /api/organisation");
    expect(nobody.body).toEqual({ name: null, setUp: false, demo: false, productVersion: "1.0.0" });

    const [first, second] = await Promise.all([start(), start()]);
    const people = await app.db.selectFrom("person").selectAll().execute();
    expect(people).toMatchObject([{ email: null, roles: ["owner", "learner"], joinedAt: null }]);

    // Of two links made at once one is left, whichever came last.
    const tried = [await redeem(first?.url ?? ""), await redeem(second?.url ?? "")];
    expect(tried.map(({ answer }) => answer.status).sort()).toEqual([200, 401]);
    const owner = tried.find(({ answer }) => answer.status === 200);
    if (!owner) throw new Error("nobody came in");
    const { visitor, answer } = owner;
    expect(answer.body.next).toBe("set-up");
    expect(await start()).toBeNull();

    const early = await app.ask(visitor, "POST /api/organisation/set-up");
    expect(early.status).toBe(400);
    expect(early.problem.faults).toHaveLength(2);

    await app.ask(visitor, "PATCH /api/organisation", { body: { name: " Northwind " } });
    const me = answer.body.person;
    const named = await app.ask(visitor, "PATCH /api/people/{person}", {
      params: { person: me?.id ?? "" },
      body: { version: me?.version, name: "Ines Vidal", email: "Ines@Northwind.example" },
    });
    expect(named.body).toMatchObject({ name: "Ines Vidal", email: "ines@northwind.example" });
    const finished = await app.ask(visitor, "POST /api/organisation/set-up");
    expect(finished.body).toMatchObject({ name: "Northwind", setUp: true });
    const again = await app.ask(visitor, "POST /api/organisation/set-up");
    expect(again.problem.code).toBe("already-set-up");

    expect((await app.ask(visitor, "GET /api/session")).body.next).toBe("choose-sign-in");
    await app.ask(visitor, "PUT /api/account/password", {
      body: { current: null, next: "nine green teapots sing" },
    });
    expect((await app.ask(visitor, "GET /api/session")).body.next).toBe("home");
    const kinds = await app.db.selectFrom("evidence").select("kind").execute();
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([
      "account.link-made",
      "account.link-made",
      "account.password-set",
      "organisation.named",
      "organisation.set-up",
      "person.added",
      "person.changed",
      "session.opened",
    ]);
  });

  it("keeps names and addresses out of the ledger", async () => {
    const rows = await app.db.selectFrom("evidence").select("body").execute();
    expect(JSON.stringify(rows)).not.toMatch(/ines|vidal/i);
  });
});

describe("the organisation", () => {
  it("is renamed by an owner only", async () => {
    const learner = await app.enter(["learner"]);
    const answer = await app.ask(learner, "PATCH /api/organisation", { body: { name: "Mine" } });
    expect(answer.problem.code).toBe("not-permitted");
  });
});
