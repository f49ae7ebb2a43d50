import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { withTestBank } from "../../test-bank.ts";
import { bringIntoForce } from "../../test-policy.ts";

const got = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

const policy = `checkride: 1
name: Test
audiences:
  all: { title: Everybody, because: everybody is asked, who: everyone }
certificates:
  basics: { title: The basics, for: [all], track: t2, asks: [{ assessment: m16, passMark: 80% }] }
gates:
  deploy/production: { title: Deploy, mode: enforce, asks: [basics] }
exemptions: []
approvals: { count: 0, roles: [council] }
`;

let app: TestApp;
let owner: TestPerson;
beforeAll(async () => {
  app = await createTestApp({}, withTestBank);
  owner = await app.signIn("owner");
  await bringIntoForce(owner, policy);
});
beforeEach(async () => {
  owner = await app.comeBack(owner);
});
afterAll(() => app.close());

describe("an assessment in one's own words", () => {
  const params = { assessment: "m16" };
  const long = "This says something about the feature that is long enough to be judged.";
  const texts = Object.fromEntries(
    ["context", "people", "harms", "controls", "residual", "decision"].map((id) => [id, long]),
  );
  const save = (person: TestPerson, version: number, wish = texts) =>
    person.client("PUT /api/written-assessments/{assessment}", {
      params,
      body: { version, texts: wish },
    });
  const submit = async (person: TestPerson): Promise<string> => {
    got(await save(person, 0));
    got(
      await person.client("POST /api/written-assessments/{assessment}/submit", {
        params,
        body: { version: 1 },
      }),
    );
    const row = await app.db
      .selectFrom("writtenWork")
      .select("id")
      .where("personId", "=", person.id)
      .orderBy("round", "desc")
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const review = (person: TestPerson, submission: string, each: 0 | 0.5 | 1) =>
    person.client("POST /api/reviews/{submission}", {
      params: { submission },
      body: {
        points: Object.fromEntries(Object.keys(texts).map((id) => [id, each])),
        comment: "The harms are concrete and each has an owner.",
      },
    });

  it("is kept as a draft, and two tabs do not overwrite each other", async () => {
    const author = await app.signIn("learner");
    expect(got(await save(author, 0)).version).toBe(1);
    expect(await save(author, 0)).toMatchObject({ ok: false, problem: { code: "conflict" } });
    expect(got(await save(author, 1, { context: "Short.", secret: "dropped" })).texts).toEqual({
      context: "Short.",
    });
    const sent = await author.client("POST /api/written-assessments/{assessment}/submit", {
      params,
      body: { version: 2 },
    });
    expect(sent).toMatchObject({ ok: false, problem: { code: "not-complete" } });
    expect(sent.ok ? [] : sent.problem.faults).toHaveLength(6);
  });

  it("passes with two reviewers, and its evidence holds a hash and points only", async () => {
    const author = await app.signIn("learner");
    const id = await submit(author);
    expect(await save(author, 2)).toMatchObject({
      ok: false,
      problem: { code: "already-submitted" },
    });
    const lead = await app.signIn("lead");
    const champion = await app.signIn("champion");
    const queue = got(await lead.client("GET /api/reviews", {}));
    expect(queue.submissions.map((one) => one.id)).toContain(id);
    const text = got(
      await lead.client("GET /api/reviews/{submission}", { params: { submission: id } }),
    );
    expect(JSON.stringify(text)).not.toContain(author.id);
    expect(got(await review(lead, id, 1))).toEqual({ decided: false, reviewsNeeded: 2 });
    expect(await review(lead, id, 1)).toMatchObject({ problem: { code: "already-reviewed" } });
    expect(got(await review(champion, id, 1))).toEqual({ decided: true, reviewsNeeded: 2 });
    const view = got(await author.client("GET /api/written-assessments/{assessment}", { params }));
    expect(view).toMatchObject({ state: "passed", points: 6, pointsToPass: 4.8 });
    expect(view.reviews).toHaveLength(2);
    expect(JSON.stringify(view)).not.toContain(lead.id);
    const facts = await app.db
      .selectFrom("evidence")
      .select(["kind", "body"])
      .where("person", "=", author.id)
      .where("kind", "in", ["activity.passed", "review.given"])
      .execute();
    expect(facts).toHaveLength(3);
    expect(JSON.stringify(facts)).not.toContain("long enough");
    const { standings } = got(await author.client("GET /api/standing", {}));
    expect(standings[0]).toMatchObject({ state: "current" });
  });

  it("asks a third reviewer when two differ by more than two points", async () => {
    const author = await app.signIn("learner");
    const id = await submit(author);
    const people = await Promise.all(
      (["lead", "council", "champion"] as const).map((role) => app.signIn(role)),
    );
    const [one, two, three] = people;
    if (!one || !two || !three) throw new Error("three reviewers were signed in");
    got(await review(one, id, 1));
    expect(got(await review(two, id, 0.5))).toEqual({ decided: false, reviewsNeeded: 3 });
    expect(got(await review(three, id, 0.5))).toEqual({ decided: true, reviewsNeeded: 3 });
    const view = got(await author.client("GET /api/written-assessments/{assessment}", { params }));
    expect(view).toMatchObject({ state: "not-passed", points: 3 });
    const again = got(
      await author.client("POST /api/written-assessments/{assessment}/again", { params }),
    );
    expect(again).toMatchObject({ state: "draft", texts, reviews: [] });
  });

  it("is decided once, however many review it at the same moment", async () => {
    const author = await app.signIn("learner");
    const id = await submit(author);
    const people = await Promise.all(Array.from({ length: 5 }, () => app.signIn("lead")));
    const answers = await Promise.all(people.map((person) => review(person, id, 1)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    const passes = await app.db
      .selectFrom("evidence")
      .select("id")
      .where("person", "=", author.id)
      .where("kind", "=", "activity.passed")
      .execute();
    expect(passes).toHaveLength(1);
  });

  it("is reviewed by somebody else, and by those who may", async () => {
    const author = await app.signIn("lead");
    const id = await submit(author);
    expect(await review(author, id, 1)).toMatchObject({ problem: { code: "own-work" } });
    const learner = await app.signIn("learner");
    expect(await review(learner, id, 1)).toMatchObject({ problem: { code: "not-found" } });
    const lead = await app.signIn("lead");
    const partly = await lead.client("POST /api/reviews/{submission}", {
      params: { submission: id },
      body: { points: { context: 1 }, comment: "Only one point was given here." },
    });
    expect(partly.ok ? [] : partly.problem.faults).toHaveLength(5);
  });

  it("goes with its author", async () => {
    const author = await app.signIn("learner");
    await submit(author);
    const person = got(
      await owner.client("GET /api/people/{person}", { params: { person: author.id } }),
    );
    got(
      await owner.client("POST /api/people/{person}/erase", {
        params: { person: author.id },
        body: { reason: "asked for it", confirm: person.email ?? "" },
      }),
    );
    const left = await app.db
      .selectFrom("writtenWork")
      .select("id")
      .where("personId", "=", author.id)
      .execute();
    expect(left).toEqual([]);
  });
});
