import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { rightCode, withTestLabs, wrongCode } from "../../test-labs.ts";
import { answerDebrief, attempt, begin, evidenceOf, got, main, show } from "./labs.test-data.ts";

let app: TestApp;
let person: TestPerson;
beforeAll(async () => {
  app = await createTestApp({}, withTestLabs);
  person = await app.signIn("learner");
});
afterAll(() => app.close());

const params = { lab: "T01" };

describe("a lab", () => {
  it("is listed with what one has done of it, and says plainly what is not there yet", async () => {
    const { labs } = got(await person.client("GET /api/labs", {}));
    expect(labs.find(({ id }) => id === "T01")).toMatchObject({
      kind: "fix-code-ts",
      installed: true,
      state: "none",
      attempts: 0,
      points: null,
    });
    expect(labs.find(({ id }) => id === "L01")).toMatchObject({ installed: false });
    const bench = await person.client("GET /api/labs/{lab}", { params: { lab: "L01" } });
    expect(bench).toMatchObject({ ok: false, problem: { code: "not-found" } });
  });

  it("is failed, passed and answered for, with evidence of each", async () => {
    const bench = got(await person.client("GET /api/labs/{lab}", { params }));
    expect(bench).toMatchObject({ workspace: null, nextFrom: null, lab: { language: "ts" } });
    const workspace = await begin(person, "T01");
    expect(await begin(person, "T01")).toEqual(workspace);
    const failed = await attempt(person, workspace.id, main(wrongCode));
    expect(failed).toMatchObject({ number: 1, state: "graded", verdict: { passed: false } });
    const passed = await attempt(person, workspace.id, main(rightCode));
    expect(passed).toMatchObject({ number: 2, verdict: { passed: true, points: 100 } });
    expect(await evidenceOf(app, person.id, "activity.attempted")).toHaveLength(2);
    expect(await evidenceOf(app, person.id, "activity.passed")).toEqual([]);
    const where = { workspace: workspace.id };
    const debrief = got(
      await person.client("GET /api/lab-workspaces/{workspace}/debrief", { params: where }),
    );
    expect(debrief).toMatchObject({
      answered: null,
      others: { people: 0, passed: 0, firstFailed: [] },
      solution: [{ path: "main.ts", start: wrongCode, model: rightCode, mine: rightCode }],
    });
    const done = got(await answerDebrief(person, workspace.id));
    const [pass] = await evidenceOf(app, person.id, "activity.passed");
    expect(done.passedEvidence).toBe(pass?.id);
    expect(pass?.body).toMatchObject({
      activity: "lab/T01",
      attempt: passed.id,
      submission: passed.verdict?.submissionHash,
      score: 1,
      hints: 0,
      solutionSeen: false,
    });
    expect((await show(person, workspace.id)).state).toBe("done");
    const { labs } = got(await person.client("GET /api/labs", {}));
    expect(labs.find(({ id }) => id === "T01")).toMatchObject({ state: "passed", attempts: 2 });
  });
});
