import type { LabWorkspace } from "@checkride/api/labs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { withTestLabs } from "../../test-labs.ts";
import { answerDebrief, attempt, begin, evidenceOf, got, later } from "./labs.test-data.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({}, withTestLabs);
});
afterAll(() => app.close());

const rightFor = ({ asked }: LabWorkspace) => {
  const answers = asked.map((one) => [one.id, one.kind === "choose" ? one.ask : ""]);
  return [{ path: "answer.json", text: JSON.stringify(Object.fromEntries(answers)) }];
};

const pass = async (person: TestPerson, hints: number): Promise<void> => {
  later(app, 1);
  const workspace = await begin(person, "L42");
  const params = { workspace: workspace.id };
  for (let number = 1; number <= hints; number++) {
    got(
      await person.client("POST /api/lab-workspaces/{workspace}/hints", {
        params,
        body: { number },
      }),
    );
  }
  await attempt(person, workspace.id, rightFor(workspace));
  got(await answerDebrief(person, workspace.id));
};

const reviewOf = async (person: TestPerson) => {
  const module = got(
    await person.client("GET /api/modules/{module}", { params: { module: "m17" } }),
  );
  return module.assessments.find(({ ref }) => ref === "assessment/m17-review");
};

it("passes the assessment that asks for three variants, with the third and not before", async () => {
  const person = await app.signIn("learner");
  expect(await reviewOf(person)).toMatchObject({
    installed: true,
    passed: false,
    series: { lab: { id: "L42" }, score: 0.8, done: 0, of: 3 },
  });
  await pass(person, 0);
  await pass(person, 3);
  await pass(person, 1);
  expect(await reviewOf(person)).toMatchObject({ passed: false, series: { done: 2 } });
  await pass(person, 0);
  expect(await reviewOf(person)).toMatchObject({ passed: true, series: { done: 0 } });
  const facts = await evidenceOf(app, person.id, "activity.passed");
  const isSeries = ({ body }: (typeof facts)[number]) => body?.["activity"] !== "lab/L42";
  const passes = facts.filter((fact) => !isSeries(fact));
  expect(facts.find(isSeries)?.body).toMatchObject({
    activity: "assessment/m17-review",
    score: 0.96,
    passes: [passes[0]?.id, passes[2]?.id, passes[3]?.id],
  });
  await pass(person, 0);
  expect(await evidenceOf(app, person.id, "activity.passed")).toHaveLength(6);
});
