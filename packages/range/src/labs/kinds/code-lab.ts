import type { Lab, LabRun } from "@checkride/curriculum-reader/lab/lab";
import type { Check } from "../../checks.ts";
import { makeDraw } from "../../draw.ts";
import { type GradedLab, gradeSubmission } from "../../grade.ts";
import { drawCases } from "../../judge.ts";
import type { Language, SourceFile } from "../../submission.ts";
import type { OpenLab } from "../open-lab.ts";
import { refusalOf, withStart } from "./changed-files.ts";
import { codeCheats } from "./code-cheats.ts";
import { judgeSeeds, passes } from "./judge-seeds.ts";

/** A learner changes files, and a function of theirs is called case by case: TypeScript or Python. */
export const openCodeLab = (lab: Lab, run: LabRun, checks: readonly Check[]): OpenLab => {
  const graded = gradedLab(lab, run, checks);
  const own = (files: readonly SourceFile[]) => files.filter(({ path }) => run.edit.includes(path));
  const solution = (files: readonly SourceFile[]): readonly SourceFile[] =>
    own(lab.start).map((start) => files.find(({ path }) => path === start.path) ?? start);
  return {
    lab,
    checks,
    variants: "fresh",
    begin: () => ({
      files: lab.start.map((file) => ({ ...file, mayEdit: run.edit.includes(file.path) })),
      asked: [],
    }),
    grade: async (range, files, seed, options) => {
      const refused = refusalOf(run.edit, files);
      if (refused !== null) return { outcome: "refused", says: refused };
      return gradeSubmission(range, graded, withStart(lab.start, run.edit, files), seed, options);
    },
    tryOut: async (range, files, seed, options) => {
      const refused = refusalOf(run.edit, files);
      if (refused !== null) return { outcome: "refused", says: refused };
      const open = { ...graded, checks: publicChecks(checks, seed) };
      return gradeSubmission(range, open, withStart(lab.start, run.edit, files), seed, options);
    },
    review: () => new Map(),
    proof: {
      start: () => own(lab.start),
      reference: () => solution(lab.reference),
      weakened: (id) => solution(lab.weakened.find((one) => one.id === id)?.files ?? []),
      accepted: (id) => solution(lab.accepted.find((one) => one.id === id)?.files ?? []),
      cheats: (seed) => codeCheats(graded.language, own(lab.start), drawCases(checks, seed)),
      judgeSeeds: (range, filesOf, seeds) =>
        judgeSeeds(range, graded, withStart(lab.start, run.edit, filesOf(seeds[0] ?? "")), seeds),
      passes: (range, files, seed) =>
        passes(range, graded, withStart(lab.start, run.edit, files), seed),
      sameVariants: (one, other) => sameVariants(checks, one, other),
    },
  };
};

const languageOf = (entry: string): Language => (entry.endsWith(".py") ? "python" : "ts");

const gradedLab = (lab: Lab, run: LabRun, checks: readonly Check[]): GradedLab => ({
  id: lab.id,
  contentVersion: lab.version,
  language: languageOf(run.entry),
  entry: run.entry,
  calls: run.calls,
  checks,
  limits: run.limits,
  freshPerCase: run.freshPerCase,
});

/** Only what hides nothing, so that trying out says nothing of what does. */
const publicChecks = (checks: readonly Check[], seed: string): readonly Check[] =>
  checks.flatMap((check) => {
    const open = check.cases(makeDraw(`${seed} ${check.id}`)).filter(({ isPublic }) => isPublic);
    return open.length === 0 ? [] : [{ ...check, cases: () => open }];
  });

/** In each half something hidden must differ, or a table of answers passes from one attempt to the next. */
const sameVariants = (checks: readonly Check[], one: string, other: string): string | null => {
  const [first, again] = [argsOf(checks, one), argsOf(checks, one)];
  if (first !== again) return "one seed does not draw the same cases twice";
  const hidden = (seed: string, half: Check["half"]): ReadonlySet<string> =>
    new Set(
      drawCases(checks, seed).flatMap(({ check, one: { args, isPublic } }) =>
        check.half === half && isPublic !== true ? [JSON.stringify(args)] : [],
      ),
    );
  for (const half of ["works", "attacks"] as const) {
    const known = hidden(one, half);
    const fresh = [...hidden(other, half)].filter((args) => !known.has(args));
    if (fresh.length === 0) return `no hidden case of the half “${half}” differs between two seeds`;
  }
  return null;
};

const argsOf = (checks: readonly Check[], seed: string): string =>
  JSON.stringify(drawCases(checks, seed).map(({ one: { args } }) => args));
