import type { AssessmentTry } from "@checkride/api/assessments";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { answerTo, withTestBank } from "../../test-bank.ts";
import { bringIntoForce } from "../../test-policy.ts";

const dayMs = 86_400_000;

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

const later = (ms: number) => app.clock.set(new Date(app.clock.now().getTime() + ms));

describe("the baseline assessment", () => {
  const begin = (person: TestPerson) => person.client("POST /api/assessments/baseline/tries", {});
  type Choice = { readonly right: boolean; readonly sure: 1 | 2 | 3 | 4 };
  const sit = async (
    person: TestPerson,
    choose: (next: NonNullable<AssessmentTry["next"]>) => Choice,
  ): Promise<AssessmentTry> => {
    let sitting = got(await begin(person));
    while (sitting.next) {
      const { right, sure } = choose(sitting.next);
      const body = {
        place: sitting.next.place,
        answer: answerTo(sitting.next.exercise, right),
        sure,
      };
      const params = { try: sitting.id };
      sitting = got(
        await person.client("POST /api/assessment-tries/{try}/answers", { params, body }),
      );
    }
    return sitting;
  };
  const levelsIn = ({ result }: AssessmentTry) =>
    Object.fromEntries(
      (result?.competencies ?? []).map(({ competency, level }) => [competency, level]),
    );

  it("asks up to 24 questions, easy to hard, of what everybody and their tracks need", async () => {
    const learner = await app.signIn("learner");
    const asked: string[] = [];
    const levels: number[] = [];
    const done = await sit(learner, (next) => {
      asked.push(next.competency.id);
      levels.push(next.level);
      return { right: true, sure: 4 };
    });
    expect(asked).toHaveLength(24);
    expect([...new Set(asked)].toSorted()).toEqual(["A", "B", "C", "D", "E", "F", "J", "M"]);
    expect(levels).toEqual(levels.toSorted());
    expect(new Set(Object.values(levelsIn(done)))).toEqual(new Set([3]));
    expect(done.result?.confidence).toEqual({ mean: 1, whenRight: 1, whenWrong: null });
  });

  it("says nothing of right and wrong on the way, and all of it at the end", async () => {
    const learner = await app.signIn("learner");
    let sitting = got(await begin(learner));
    const told: string[] = [];
    while (sitting.next) {
      told.push(JSON.stringify(sitting));
      const body = {
        place: sitting.next.place,
        answer: answerTo(sitting.next.exercise),
        sure: 2 as const,
      };
      const params = { try: sitting.id };
      sitting = got(
        await learner.client("POST /api/assessment-tries/{try}/answers", { params, body }),
      );
    }
    expect(told.filter((text) => /because \d|closing|"right"|"share"/.test(text))).toEqual([]);
    expect(sitting.items).toHaveLength(24);
    expect(JSON.stringify(sitting.items)).toContain("because");
  });

  it("leaves a competency early, and puts what was sure and wrong first", async () => {
    const learner = await app.signIn("learner");
    const done = await sit(learner, (next) => ({
      right: next.competency.id !== "C",
      sure: next.competency.id === "C" ? 4 : 2,
    }));
    expect(done.answered).toBe(23);
    expect(levelsIn(done)).toMatchObject({ C: 0, D: 3 });
    expect(done.result?.sureAndWrong.map(({ competency }) => competency)).toEqual(["C", "C"]);
    const profile = got(await learner.client("GET /api/competencies", {}));
    expect(profile.competencies.find(({ competency }) => competency === "C")).toMatchObject({
      level: 0,
      expected: 3,
      expectedBy: ["t2"],
    });
    expect(profile.path[0]).toMatchObject({ competency: "C", why: "sure-and-wrong" });
    expect(profile.confidence).toBeLessThan(0.5);
  });

  it("is evidence once it is finished, not before", async () => {
    const learner = await app.signIn("learner");
    const kinds = async () =>
      (
        await app.db
          .selectFrom("evidence")
          .select(["kind", "body"])
          .where("person", "=", learner.id)
          .where("kind", "like", "activity.%")
          .orderBy("id")
          .execute()
      ).map(({ kind, body }) => ({ kind, levels: body?.["levels"] }));
    got(await begin(learner));
    expect(await kinds()).toEqual([{ kind: "activity.started", levels: undefined }]);
    await sit(learner, () => ({ right: true, sure: 3 }));
    expect((await kinds()).find(({ kind }) => kind === "activity.passed")?.levels).toEqual({
      A: 3,
      B: 3,
      C: 3,
      D: 3,
      E: 3,
      F: 3,
      J: 3,
      M: 3,
    });
  });

  it("can be repeated after three months, with other forms, on the same scale", async () => {
    const learner = await app.signIn("learner");
    const first = await sit(learner, ({ level }) => ({ right: level === 1, sure: 2 }));
    expect(await begin(learner)).toMatchObject({ ok: false, problem: { code: "too-soon" } });
    later(93 * dayMs);
    const back = await app.comeBack(learner);
    const second = await sit(back, () => ({ right: true, sure: 2 }));
    const forms = new Set(first.items.map(({ exercise }) => exercise.id));
    expect(second.items.filter(({ exercise }) => forms.has(exercise.id))).toEqual([]);
    expect(second.result?.comparedWith).toBe(first.endedAt);
    expect(second.result?.competencies.map(({ before, level }) => [before, level])).toEqual(
      Array.from({ length: 8 }, () => [1, 3]),
    );
    const profile = got(await back.client("GET /api/competencies", {}));
    const a = profile.competencies.find(({ competency }) => competency === "A");
    expect(a).toMatchObject({ trend: "up", history: [{ level: 1 }, { level: 3 }] });
  });

  it("survives a closed laptop, and two of it at once are one", async () => {
    const learner = await app.signIn("learner");
    const both = await Promise.all([begin(learner), begin(learner)]);
    const [one, other] = both.map(got);
    expect(one?.id).toBe(other?.id);
    const card = got(await learner.client("GET /api/assessments/baseline", {}));
    expect(card).toMatchObject({
      ready: true,
      questionsMax: 24,
      minutes: 25,
      open: { answered: 0 },
    });
  });
});
