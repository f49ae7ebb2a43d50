import { afterAll, beforeAll, expect, it } from "vitest";
import { drawCases } from "../judge.ts";
import { createRange, type Range } from "../run-cases.ts";
import { buildTestProgram, type TestProgram } from "../test-program.ts";
import { ordersLab } from "./orders-lab.ts";
import { readPrograms } from "./read-programs.ts";

/**
 * The usual design, tests beside the submission, in the same machine. It must be broken by some of the same programs:
 * were it not, the suite that breaks nothing of ours would prove nothing.
 */
const withTestsBeside = (text: string): string => {
  const tests = drawCases(ordersLab("ts").checks, "control").map(({ one }) => one);
  return `${text}
const tests = ${JSON.stringify(tests)};
export const verdict = () =>
  tests.every(({ args, wants }) => JSON.stringify(total(...args)) === JSON.stringify(wants));`;
};

let program: TestProgram;
let range: Range;
beforeAll(async () => {
  program = await buildTestProgram();
  range = createRange({ programFile: program.file, perPersonMax: 50 });
});
afterAll(async () => {
  await range.close();
  await program.remove();
});

const passes = async (text: string): Promise<boolean> => {
  const files = [{ path: "main.ts", text: withTestsBeside(text) }];
  const about = { language: "ts", files, entry: "main.ts", calls: "verdict" } as const;
  const answer = await range.runCases({ ...about, cases: [{ args: [] }] });
  if (answer.outcome === "error") throw new Error(answer.says);
  const [claim] = answer.run.claims;
  return claim?.status === "returned" && claim.value === true;
};

it("a design with tests beside the submission is broken by the same programs", async () => {
  const tampering = readPrograms("ts").filter(({ name }) =>
    /JSON that writes|arrays that are all right|a verdict instead|always refused/.test(name),
  );
  const passed: string[] = [];
  for (const { name, text } of tampering) if (await passes(text)) passed.push(name);
  expect(passed.toSorted()).toEqual([
    "tampering: JSON that writes what it likes",
    "tampering: arrays that are all right",
  ]);
});
