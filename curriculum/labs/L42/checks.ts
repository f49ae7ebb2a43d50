import type { AnsweredLab, Answers } from "@checkride/range/kit/answered-lab";
import { judgeReview, type ReviewFindings } from "@checkride/range/kit/judge-review";
import { drawTask, type Task } from "./draw-change.ts";
import { problems } from "./problems.ts";

export type { Task } from "./draw-change.ts";

const alarmsMax = 1;

const found = ({ key }: Task, answers: Answers): ReviewFindings =>
  judgeReview(key, answers.reviewed("change"));

/** Silence raises no false alarm, and is worth nothing. */
const calm = ({ claims }: ReviewFindings, wrong: number, most: number): number =>
  claims === 0 ? 0 : 1 - wrong / most;

export const lab: AnsweredLab<Task> = {
  draw: drawTask,
  asks: ({ title, says, files }) => [
    {
      kind: "review",
      id: "change",
      ask: `${title}\n\n${says}`,
      files,
      problems,
      decisions: [
        { id: "approve", text: "Approve" },
        { id: "changes", text: "Request changes" },
        { id: "ask", text: "Ask for more information" },
      ],
    },
  ],
  checks: [
    {
      id: "fine-left-alone",
      half: "works",
      says: "Neither of the two parts that look odd and are fine is called a fault.",
      why: "Ask what somebody could do with it. A weak digest that protects nothing is no weakness.",
      holds: (task, answers) => {
        const { claims, finePartsBlamed } = found(task, answers);
        return claims > 0 && finePartsBlamed.length === 0;
      },
      share: (task, answers) => {
        const all = found(task, answers);
        return calm(all, all.finePartsBlamed.length, 2);
      },
    },
    {
      id: "few-alarms",
      half: "works",
      says: "At most one comment claims a fault that is not there.",
      why: "Whoever finds fault with everything is not read a second time. Remarks and questions are free.",
      holds: (task, answers) => {
        const { claims, alarms } = found(task, answers);
        return claims > 0 && alarms <= alarmsMax;
      },
      share: (task, answers) => {
        const all = found(task, answers);
        return calm(all, all.alarms, 2 * alarmsMax);
      },
    },
    {
      id: "both-seen",
      half: "attacks",
      says: "Both weaknesses have a comment, on the right line or within three of it.",
      why: "Follow each text from outside to where it has an effect: a model's words, an id, a name, a header.",
      holds: (task, answers) => found(task, answers).seen.length === task.key.planted.length,
      share: (task, answers) => found(task, answers).seen.length / task.key.planted.length,
    },
    {
      id: "both-named",
      half: "attacks",
      says: "Both are called what they are.",
      why: "The author repairs what the comment names. A weakness with the wrong name stays.",
      holds: (task, answers) => found(task, answers).named.length === task.key.planted.length,
      share: (task, answers) => found(task, answers).named.length / task.key.planted.length,
    },
    {
      id: "changes-requested",
      half: "attacks",
      says: "The decision fits what was found.",
      why: "What lets somebody in is not merged with a comment beside it.",
      holds: (_, answers) => answers.reviewed("change")?.decision === "changes",
    },
  ],
  review: ({ afterwards }) => new Map([["change", afterwards]]),
};
