import type { LabDebrief } from "@checkride/api/labs";
import { type MarkableExercise, markAnswer } from "@checkride/rules/mark-answer";
import { ok, type Result } from "@checkride/rules/result";
import { showExercise } from "@checkride/rules/show-exercise";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { StoredFile } from "../../platform/lab-tables.ts";
import { readFiles } from "./attempt-store.ts";
import { readOthers } from "./debrief-store.ts";
import type { Mine } from "./find-lab.ts";
import type { PlayableLab } from "./lab-book.ts";
import { findPass } from "./pass-store.ts";
import type { Member, Workspace } from "./workspace-store.ts";

/** Orders the options of the question; it follows from what never leaves the server. */
export const questionSeed = ({ seed, me }: Workspace): string => `${seed} debrief ${me.personId}`;

/** Authors may ask `choose` and `write` here. */
export const questionOf = ({ open }: PlayableLab): MarkableExercise => {
  const { question } = open.lab.debrief;
  if (question.kind === "run") throw new Error("the question of a debrief is answered with code");
  return question;
};

/** Nothing of the key is said before it cannot help any more. */
export const mayRead = ({ state, solutionOpenedAt }: Workspace): boolean =>
  state === "passed" || solutionOpenedAt !== null;

export const notYet = () =>
  refuse("too-soon", "The debrief opens once this variant is passed or given up.", {
    wayOut: "Submit an attempt in which every check holds.",
  });

const peopleFirst = 5;

const answeredOf = (
  { lab, workspace }: Mine,
  { answer, answeredAt }: Member,
): LabDebrief["answered"] => {
  if (answer === null || answeredAt === null) return null;
  const question = questionOf(lab);
  const marked = markAnswer(question, questionSeed(workspace), answer);
  if (!marked.ok) throw new Error(`a kept answer does not fit: ${marked.error.says}`);
  return { exercise: question.id, answer, marking: marked.value, at: answeredAt.toISOString() };
};

const solutionOf = (
  { lab: { open }, workspace }: Mine,
  mine: readonly StoredFile[] | null,
): LabDebrief["solution"] => {
  const model = open.proof.reference(workspace.seed);
  return open.begin(workspace.seed).files.flatMap(({ path, text: start, mayEdit }) => {
    if (!mayEdit) return [];
    const textIn = (files: readonly StoredFile[]) => files.find((file) => file.path === path)?.text;
    return [{ path, start, model: textIn(model) ?? start, mine: mine && (textIn(mine) ?? start) }];
  });
};

/** Fewer could be made out one by one. */
const tooFew = { people: 0, passed: 0, medianAttempts: null, firstFailed: [] };

const othersOf = async (db: Database, lab: string): Promise<LabDebrief["others"]> => {
  const { people, passed, medianAttempts, firstFailed } = await readOthers(db, lab);
  return people < peopleFirst
    ? tooFew
    : { people, passed, medianAttempts, firstFailed: [...firstFailed] };
};

export const showDebrief = async (
  db: Database,
  mine: Mine,
): Promise<Result<LabDebrief, Refusal>> => {
  const { workspace, lab } = mine;
  if (!mayRead(workspace)) return notYet();
  const { debrief } = lab.open.lab;
  const pass = await findPass(db, workspace);
  const passed = pass && (await readFiles(db, pass.id));
  return ok({
    sections: debrief.sections.map(({ title, prose }) => ({ title, prose })),
    question: showExercise(debrief.question, questionSeed(workspace)),
    answered: answeredOf(mine, workspace.me),
    solution: solutionOf(mine, passed),
    review: Object.fromEntries(lab.open.review(workspace.seed, passed ?? undefined)),
    others: await othersOf(db, workspace.lab),
    passedEvidence: workspace.me.passedEvidence,
  });
};
