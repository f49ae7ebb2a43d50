import type { LabDebrief } from "@checkride/api/labs";
import type { Answer } from "@checkride/rules/answer";
import { markAnswer } from "@checkride/rules/mark-answer";
import type { Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { keepAnswer } from "./debrief-store.ts";
import { type Mine, notThere } from "./find-lab.ts";
import { passLab } from "./pass-lab.ts";
import { mayRead, notYet, questionOf, questionSeed, showDebrief } from "./show-debrief.ts";
import { lockWorkspace } from "./workspace-store.ts";

/** The first answer counts. With it a lab that was passed is done, and there is evidence of it. */
export const answerDebrief = async (
  db: Database,
  { workspace: { id, me }, lab }: Mine,
  answer: Answer,
  now: Date,
): Promise<Result<LabDebrief, Refusal>> => {
  const workspace = await lockWorkspace(db, id, me.personId);
  if (workspace === null) return notThere();
  if (!mayRead(workspace)) return notYet();
  const marked = markAnswer(questionOf(lab), questionSeed(workspace), answer);
  if (!marked.ok) {
    return refuse("answer-not-fitting", marked.error.says, {
      wayOut: "Complete the answer and send it again.",
    });
  }
  const isFirst = await keepAnswer(db, { workspaceId: id, personId: me.personId }, answer, now);
  const answered = isFirst
    ? { ...workspace, me: { ...workspace.me, answer, answeredAt: now } }
    : workspace;
  const after = await passLab(db, answered, now);
  return showDebrief(db, { workspace: after, lab });
};
