import type { DocumentView } from "@checkride/api/documents";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";
import { rules, withRules } from "./paper.test-data.ts";

const first = rules(1, "One.\nTwo.");
const second = rules(2, "One.\nThree.");

let app: TestApp;
let owner: TestPerson;
let me: TestPerson;
beforeEach(async () => {
  app = await createTestApp({}, withRules(first));
  owner = await app.signIn("owner");
  me = await app.signIn("learner");
});
afterEach(() => app.close());

const open = async (person: TestPerson, document = "rules"): Promise<DocumentView> => {
  const answer = await person.client("GET /api/documents/{document}", { params: { document } });
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
};

const sign = (person: TestPerson, version: number, sha256?: string, document = "rules") =>
  person.client("POST /api/documents/{document}/sign-offs", {
    params: { document },
    body: sha256 === undefined ? { version } : { version, sha256 },
  });

const basicsOf = async (person: TestPerson) => {
  const answer = await person.client("GET /api/standing", {});
  return answer.ok ? answer.value.standings.find((one) => one.certificate === "basics") : null;
};

/** As a start of the program with a newer document does it. */
const publish = async (paper = second): Promise<void> => {
  const content = withRules(paper)(app.parts.curriculum.content);
  Object.assign(app.parts.curriculum, { content });
  await app.wired.learning.editions.load(app.db, content, app.clock.now());
};

describe("signing a document", () => {
  it("is evidence of its words, and fulfils what the policy asks", async () => {
    await bringIntoForce(owner, smallPolicy("signOff: rules"));
    const before = await open(me);
    expect(before.mine).toMatchObject({
      state: "unsigned",
      askedBy: [{ id: "basics", title: "The basics" }],
      signBy: "2027-01-20T12:00:00.000Z",
    });
    const signed = await sign(me, 1, before.sha256);
    expect(signed).toMatchObject({ ok: true, value: { mine: { state: "signed" } } });
    const facts = await app.db
      .selectFrom("evidence")
      .select(["body", "person", "actor"])
      .where("kind", "=", "signoff.signed")
      .execute();
    expect(facts).toEqual([
      {
        body: { document: "rules", version: 1, hash: before.sha256 },
        person: me.id,
        actor: me.id,
      },
    ]);
    expect((await basicsOf(me))?.state).toBe("current");
    expect((await open(me)).versions).toMatchObject([
      { version: 1, signedAt: "2026-11-21T12:00:00.000Z" },
    ]);
  });

  it("of other words than those in force is refused, with the newer version named", async () => {
    await publish();
    const stale = await sign(me, 1);
    expect(stale).toMatchObject({
      ok: false,
      problem: { code: "newer-version", detail: expect.stringContaining("version 2") },
    });
    expect(await sign(me, 2, "0".repeat(64))).toMatchObject({ problem: { code: "newer-version" } });
    expect((await open(me)).mine?.state).toBe("unsigned");
  });

  it("is for what can be signed", async () => {
    expect(await sign(me, 1, undefined, "card")).toMatchObject({
      problem: { code: "nothing-to-sign" },
    });
    expect(await sign(me, 1, undefined, "other")).toMatchObject({ problem: { code: "not-found" } });
    const list = await me.client("GET /api/documents", {});
    expect(list.ok && list.value.documents.map(({ id, mine }) => [id, mine?.state])).toEqual([
      ["rules", "unsigned"],
      ["card", undefined],
    ]);
  });
});

describe("a newer version", () => {
  it("re-opens what was signed, with a date, until it is signed", async () => {
    await bringIntoForce(owner, smallPolicy("signOff: rules"));
    await sign(me, 1);
    expect((await basicsOf(me))?.state).toBe("current");
    app.clock.set(new Date("2026-11-21T18:00:00.000Z"));
    await publish();
    expect(await basicsOf(me)).toMatchObject({
      state: "due",
      holds: true,
      validUntil: "2027-01-20T18:00:00.000Z",
      remedy: [{ kind: "sign-off", ref: "rules" }],
    });
    expect((await open(me)).mine).toMatchObject({
      state: "sign-again",
      signedVersion: 1,
      signBy: "2027-01-20T18:00:00.000Z",
    });
    const track = await me.client("GET /api/tracks", {});
    expect(track.ok).toBe(true);
    await sign(me, 2);
    expect((await basicsOf(me))?.state).toBe("current");
  });

  it("leaves the past as it was", async () => {
    await bringIntoForce(owner, smallPolicy("signOff: rules"));
    await sign(me, 1);
    app.clock.set(new Date("2026-11-21T18:00:00.000Z"));
    await publish();
    const then = await owner.client("GET /api/people/{person}/standing", {
      params: { person: me.id },
      query: { at: "2026-11-21T13:00:00.000Z" },
    });
    expect(then.ok && then.value.standings).toMatchObject([{ state: "current" }]);
  });

  it("keeps the older words readable, with the lines that differ", async () => {
    await publish();
    expect((await open(me)).versions.map(({ version }) => version)).toEqual([2, 1]);
    const show = (version: number) =>
      me.client("GET /api/documents/{document}/versions/{version}", {
        params: { document: "rules", version },
      });
    expect(await show(1)).toMatchObject({
      ok: true,
      value: { text: first.prose, difference: null },
    });
    const newer = await show(2);
    expect(newer.ok && newer.value.difference?.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", before: 2, after: null, text: "Two." },
      { kind: "added", before: null, after: 2, text: "Three." },
    ]);
    expect(await show(3)).toMatchObject({ problem: { code: "not-found" } });
  });

  it("that is taken back asks nobody", async () => {
    await bringIntoForce(owner, smallPolicy("signOff: rules"));
    await sign(me, 1);
    await publish(second);
    await publish(first);
    expect((await basicsOf(me))?.state).toBe("current");
    expect((await open(me)).mine?.state).toBe("signed");
  });

  it("is not a correction within a version: that asks nobody, and both texts stay", async () => {
    await bringIntoForce(owner, smallPolicy("signOff: rules"));
    await sign(me, 1);
    await publish(rules(1, "One.\nToo."));
    expect((await basicsOf(me))?.state).toBe("current");
    const { versions } = await open(me);
    expect(versions.map(({ version }) => version)).toEqual([1, 1]);
    expect(versions.filter(({ signedAt }) => signedAt !== null).length).toBe(1);
  });
});
