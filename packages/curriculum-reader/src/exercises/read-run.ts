import type { Json, RunCode } from "@checkride/rules/exercise";
import { z } from "zod";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { code, common, line } from "./shapes.ts";

const json: z.ZodType<Json> = z.json({ error: "plain data" });

export const runShape = z.strictObject(
  {
    ...common,
    language: z.literal(["ts", "python"], { error: "ts or python" }),
    before: code.optional(),
    start: code,
    calls: z
      .string({ error: "the name of a function" })
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: "the name of a function" })
      .optional(),
    cases: z
      .array(
        z.strictObject(
          {
            says: line,
            args: z.array(json, { error: "a list of arguments" }),
            returns: json,
            hidden: z.boolean({ error: "true or false" }).optional(),
          },
          { error: "made of `says`, `args` and `returns`" },
        ),
        { error: "a list of cases" },
      )
      .min(1, { error: "a list with a case in it" })
      .optional(),
    solution: code.optional(),
  },
  { error: "a `run` exercise" },
);

type RunShape = z.infer<typeof runShape>;

export const readRun = (shape: RunShape, desk: ExerciseDesk): RunCode => {
  checkParts(shape, desk);
  const { language, before = "", start, calls = null, cases = [], solution = null } = shape;
  return {
    kind: "run",
    language,
    before,
    start,
    calls,
    cases: cases.map(({ says, args, returns, hidden = false }, index) => ({
      says: desk.rich(says, ["cases", index, "says"]),
      args,
      returns,
      hidden,
    })),
    solution,
  };
};

/** What is graded has a function, cases and a solution; what is only run has none of them. */
const checkParts = (
  { before = "", calls, cases, solution, start }: RunShape,
  desk: ExerciseDesk,
): void => {
  if ((calls === undefined) !== (cases === undefined)) {
    const [there, missing] = calls === undefined ? ["cases", "calls"] : ["calls", "cases"];
    desk.report([there], `\`${there}\` needs \`${missing}\``, {
      cure: `add \`${missing}\`, or remove both: then the code is run and looked at only`,
    });
  }
  if (cases !== undefined && solution === undefined) {
    desk.report(["cases"], "nothing shows that the cases can be met", { cure: "add `solution`" });
  }
  if (calls !== undefined && solution !== undefined && !(before + solution).includes(calls)) {
    desk.report(["calls"], `the solution has no \`${calls}\``, {
      cure: "name the function that the solution defines",
    });
  }
  if (solution !== undefined && solution === start) {
    desk.report(["solution"], "the solution is what the learner starts with", {
      cure: "put the weakness into `start`",
    });
  }
};
