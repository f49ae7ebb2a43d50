import type { Lab } from "@checkride/curriculum-reader/lab/lab";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Check } from "../checks.ts";
import { makeDraw } from "../draw.ts";
import type { AnsweredLab, AnswerOf } from "../kit/answered-lab.ts";
import type { FilesLab } from "../kit/files-lab.ts";
import type { IncidentLab } from "../kit/incident.ts";
import { importModule } from "./import-module.ts";
import { scenarioProblems } from "./incident/scenario-problems.ts";
import { type Answerers, openAnsweredLab } from "./kinds/answered-lab.ts";
import { openCodeLab } from "./kinds/code-lab.ts";
import { openFilesLab } from "./kinds/files-lab.ts";
import { openIncidentLab } from "./kinds/incident-lab.ts";
import type { OpenLab } from "./open-lab.ts";

/** Loads the author's own modules. They run here, with all rights: install labs only from whom you trust. */
export const loadLab = async (lab: Lab): Promise<Result<OpenLab, string>> => {
  try {
    const authored = await importFrom(lab, "checks.ts");
    if (lab.run !== null) return openCode(lab, authored);
    return lab.edit.length > 0 ? openFiles(lab, authored) : await openAnswered(lab, authored);
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return fail(`checks.ts or what it imports does not load: ${says}`);
  }
};

const importFrom = (lab: Lab, path: string): Promise<ReadonlyMap<string, unknown>> =>
  importModule(lab.folder, path, lab.version.slice(0, 16));

const openCode = (lab: Lab, authored: ReadonlyMap<string, unknown>): Result<OpenLab, string> => {
  const checks = authored.get("checks");
  if (lab.run === null || !isCheckList(checks)) {
    return fail("checks.ts must export `checks`, a list of id, half, says, why and cases");
  }
  const problem = checkListProblem(lab, checks);
  return problem === null ? ok(openCodeLab(lab, lab.run, checks)) : fail(problem);
};

const openFiles = (lab: Lab, authored: ReadonlyMap<string, unknown>): Result<OpenLab, string> => {
  const made = authored.get("lab");
  if (!isFilesLab(made)) {
    return fail("checks.ts must export `lab`, with draw, fills, reads, checks and shows");
  }
  const problem = checkListProblem(lab, made.checks);
  return problem === null ? ok(openFilesLab(lab, made)) : fail(problem);
};

const openAnswered = async (
  lab: Lab,
  authored: ReadonlyMap<string, unknown>,
): Promise<Result<OpenLab, string>> => {
  const made = authored.get("lab");
  const answerers = await loadAnswerers(lab);
  if (answerers === null) return fail("each answer.ts must export a function `answer` of the task");
  if (lab.kind === "incident-sim") return openIncident(lab, made, answerers);
  if (!isAnsweredLab(made)) {
    return fail("checks.ts must export `lab`, with draw, asks, checks and review");
  }
  const problem = checkListProblem(lab, made.checks);
  return problem === null ? ok(openAnsweredLab(lab, made, answerers)) : fail(problem);
};

const openIncident = (lab: Lab, made: unknown, answerers: Answerers): Result<OpenLab, string> => {
  if (!isIncidentLab(made)) {
    return fail("checks.ts must export `lab`, with draw, scenario, checks, stoppedAt and review");
  }
  const problems = scenarioProblems(made.scenario(made.draw(makeDraw(lab.id))));
  const problem = checkListProblem(lab, made.checks) ?? (problems.join("; ") || null);
  return problem === null ? ok(openIncidentLab(lab, made, answerers)) : fail(problem);
};

/** Null: some of them answer nothing. */
const loadAnswerers = async (lab: Lab): Promise<Answerers | null> => {
  const answerer = async (folder: string): Promise<AnswerOf<unknown> | null> => {
    const answer = (await importFrom(lab, `${folder}/answer.ts`)).get("answer");
    return isAnswerer(answer) ? answer : null;
  };
  const answerers = async (
    folder: string,
    all: readonly { readonly id: string }[],
  ): Promise<ReadonlyMap<string, AnswerOf<unknown>>> => {
    const found = new Map<string, AnswerOf<unknown>>();
    for (const { id } of all) {
      const answer = await answerer(`${folder}/${id}`);
      if (answer !== null) found.set(id, answer);
    }
    return found;
  };
  const reference = await answerer("reference");
  const weakened = await answerers("weakened", lab.weakened);
  const accepted = await answerers("accepted", lab.accepted);
  const isWhole = weakened.size === lab.weakened.length && accepted.size === lab.accepted.length;
  return reference === null || !isWhole ? null : { reference, weakened, accepted };
};

const checkListProblem = (
  { weakened }: Lab,
  checks: readonly Pick<Check, "id" | "half">[],
): string | null => {
  const ids = new Set(checks.map(({ id }) => id));
  if (ids.size < checks.length) return "checks.ts has two checks of the same id";
  for (const half of ["works", "attacks"] as const) {
    if (!checks.some((one) => one.half === half)) return `no check is of the half “${half}”`;
  }
  for (const { id, fails } of weakened) {
    const unknown = fails.find((check) => !ids.has(check));
    if (unknown !== undefined) {
      return `weakened/${id} should fail \`${unknown}\`, but checks.ts has no such check: ${[...ids].join(", ")}`;
    }
  }
  return null;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isNamedCheck = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) &&
  ["id", "says", "why"].every((key) => typeof value[key] === "string") &&
  (value["half"] === "works" || value["half"] === "attacks");

const isCheckList = (value: unknown): value is readonly Check[] =>
  Array.isArray(value) &&
  value.every((one) => isNamedCheck(one) && typeof one["cases"] === "function");

const isAnsweredLab = (value: unknown): value is AnsweredLab<unknown> =>
  isUnrunLab(value, ["draw", "asks", "review"]);

const isIncidentLab = (value: unknown): value is IncidentLab<unknown> =>
  isUnrunLab(value, ["draw", "scenario", "stoppedAt", "review"]);

const isFilesLab = (value: unknown): value is FilesLab<unknown, unknown> =>
  isUnrunLab(value, ["draw", "fills", "reads", "shows"]);

const isUnrunLab = (value: unknown, functions: readonly string[]): boolean =>
  isObject(value) &&
  functions.every((key) => typeof value[key] === "function") &&
  Array.isArray(value["checks"]) &&
  value["checks"].every((one) => isNamedCheck(one) && typeof one["holds"] === "function");

const isAnswerer = (value: unknown): value is AnswerOf<unknown> => typeof value === "function";
