import type { Json } from "@checkride/rules/exercise";
import type { CaseClaim } from "@checkride/rules/exercises/case-claim";
import type { RunExercise } from "@checkride/rules/exercises/mark-run";
import { markRun } from "@checkride/rules/exercises/mark-run";
import type { Rich } from "@checkride/rules/prose";
import type { FaultDetails } from "../desk.ts";
import type { Path } from "../fault.ts";
import type { PlacedExercise } from "../lesson/read-part.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault, TextFile } from "../source-file.ts";
import { faultIn } from "../source-file.ts";

/** Code to run in the sandbox, which is not of this package. */
export type CodeToRun = {
  readonly language: "ts" | "python";
  readonly before: string;
  readonly code: string;
  readonly calls: string | null;
  readonly cases: readonly { readonly args: readonly Json[] }[];
};

/** Claims for the cases; `load` says why the program did not start, `away` that it was not run at all. */
export type CodeRun =
  | { readonly kind: "ran"; readonly claims: readonly CaseClaim[]; readonly load: string | null }
  | { readonly kind: "away"; readonly says: string };

export type RunCode = (code: CodeToRun) => Promise<CodeRun>;

/** What learners start with must fail, and the solution must pass: otherwise there is nothing to do, or no way. */
export const codeFaults = async (
  sources: Pick<Sources, "lessons">,
  runCode: RunCode,
): Promise<readonly FileFault[]> => {
  const found = await Promise.all(
    [...sources.lessons.values()].flatMap(({ source, exercises }) =>
      exercises.map((placed) => faultsOf(source, placed, runCode)),
    ),
  );
  return found.flat();
};

const faultsOf = async (
  source: TextFile,
  { exercise, placeOf }: PlacedExercise,
  runCode: RunCode,
): Promise<readonly FileFault[]> => {
  if (exercise.kind !== "run") return [];
  const report = (path: Path, says: string, more: FaultDetails): FileFault =>
    faultIn(source, placeOf(path), says, more);
  const { start, solution } = exercise;
  const started = await runCode(codeOf(exercise, start));
  if (started.kind === "away") {
    return [report(["start"], `the code was not run: ${started.says}`, { severity: "warning" })];
  }
  if (exercise.cases.length === 0) return looked(started.load, report);
  const startFaults = markRun(exercise, started.claims).right
    ? [report(["start"], "what the learner starts with passes already", startCure)]
    : [];
  if (solution === null) return startFaults;
  const solved = await runCode(codeOf(exercise, solution));
  if (solved.kind === "away") return startFaults;
  return [...startFaults, ...solutionFaults(exercise, solved, report)];
};

const startCure = { cure: "leave the weakness in `start`, or add a case that shows it" };

/** Code without cases is only run, so it must run. */
const looked = (
  load: string | null,
  report: (path: Path, says: string, more: FaultDetails) => FileFault,
): readonly FileFault[] =>
  load === null
    ? []
    : [
        report(["start"], `the code does not run: ${firstLine(load)}`, {
          severity: "warning",
          cure: "mend it, unless that is what the exercise is about",
        }),
      ];

const solutionFaults = (
  exercise: RunExercise,
  { claims, load }: Extract<CodeRun, { readonly kind: "ran" }>,
  report: (path: Path, says: string, more: FaultDetails) => FileFault,
): readonly FileFault[] => {
  if (load !== null) {
    const says = `the solution does not run: ${firstLine(load)}`;
    return [report(["solution"], says, { cure: "mend it" })];
  }
  // Of hidden cases nothing is said to learners; authors must see them.
  const open = { ...exercise, cases: exercise.cases.map((one) => ({ ...one, hidden: false })) };
  return markRun(open, claims).reasons.flatMap(({ right, why }, index) => {
    if (right) return [];
    const says = `the solution does not pass this case: ${textOf(why)}`;
    return [report(["cases", index], says, { cure: "mend the solution or the case" })];
  });
};

const codeOf = ({ language, before, calls, cases }: RunExercise, code: string): CodeToRun => ({
  language,
  before,
  code,
  calls,
  cases: cases.map(({ args }) => ({ args })),
});

const firstLine = (text: string): string => text.split("\n")[0] ?? "";

const textOf = (text: Rich): string =>
  text.map((one) => (typeof one.text === "string" ? one.text : textOf(one.text))).join("");
