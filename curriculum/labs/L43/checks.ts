import type { AnsweredLab, Answers } from "@checkride/range/kit/answered-lab";
import { judgeReview, type ReviewFindings } from "@checkride/range/kit/judge-review";
import { drawTask, type Task } from "./draw-change.ts";
import {
  cardFields,
  emptyCard,
  namesFigure,
  namesGroup,
  readCard,
  saysSomething,
} from "./written.ts";

export type { Task } from "./draw-change.ts";

const alarmsMax = 2;

const review = ({ key }: Task, answers: Answers): ReviewFindings =>
  judgeReview(key, answers.reviewed("change"));

const marked = (...ids: readonly string[]) => {
  return (task: Task, answers: Answers): boolean =>
    ids.every((id) => review(task, answers).named.includes(id));
};

const namesBoth = ({ evaluation: { weak, missing } }: Task, text: string): boolean =>
  namesGroup(text, weak.group) && namesFigure(text, weak.rate) && namesGroup(text, missing.group);

export const lab: AnsweredLab<Task> = {
  draw: drawTask,
  asks: ({ product, files }) => [
    {
      kind: "review",
      id: "change",
      ask: `Your change to ${product.name}, as it stands now. Comment on each line that keeps it from being released as it is, and say what becomes of it.`,
      files,
      problems: [
        { id: "worse", text: "This group is served clearly worse" },
        { id: "unmeasured", text: "Nothing was measured for this group" },
        { id: "fallback", text: "Does not say what happens when the model fails" },
        { id: "claim", text: "Claims what nobody has looked for" },
        { id: "few", text: "Too few cases for any statement" },
        { id: "private", text: "Personal data in the repository" },
        { id: "source", text: "Data whose origin is not stated" },
        { id: "remark", text: "Only a remark or a question" },
      ],
      decisions: [
        { id: "ready", text: "Release as it is" },
        { id: "limits", text: "Release with limits in the card" },
        { id: "hold", text: "Hold until it is measured" },
      ],
    },
    {
      kind: "write",
      id: "minority",
      ask: "First question of the pull request: how does this model behave on minority data sets? Name groups and figures.",
      start: "",
    },
    {
      kind: "write",
      id: "trigger",
      ask: "Second question: what is the fallback if the model fails?\n\nWhat sets it off? Say it so that a machine could decide it.",
      start: "",
    },
    {
      kind: "write",
      id: "behaviour",
      ask: `What happens then, to the ${product.case} and to the person who waits?`,
      start: "",
    },
    { kind: "write", id: "owner", ask: "Who owns the fallback, by role or team?", start: "" },
    {
      kind: "write",
      id: "card",
      ask: "The model card. Complete each field on its line; a field may go on over several lines.",
      start: emptyCard,
    },
  ],
  checks: [
    {
      id: "card-whole",
      half: "works",
      says: "Every field of the card says something, and version and digest are those of the change.",
      why: "A card belongs to one model. A field that says “none known” says that nobody looked.",
      holds: ({ version, digest }, answers) => {
        const card = readCard(answers.written("card"));
        return (
          cardFields.every((field) => saysSomething(card.get(field) ?? "", 1)) &&
          card.get("version") === version &&
          card.get("digest") === digest
        );
      },
    },
    {
      id: "few-alarms",
      half: "works",
      says: "At most two comments are about lines with nothing wrong.",
      why: "A rate that is a little lower, of a few cases, is no finding: look at the interval.",
      holds: (task, answers) => {
        const { claims, alarms } = review(task, answers);
        return claims > 0 && alarms <= alarmsMax;
      },
    },
    {
      id: "groups-marked",
      half: "attacks",
      says: "The group that is served worse and the one without data are marked in the table.",
      why: "Compare intervals, not rates. And look for what has no figure: it is easily read over.",
      holds: marked("weak", "missing"),
    },
    {
      id: "gaps-marked",
      half: "attacks",
      says: "What is missing for a failure, and the claim that nobody has looked into, are marked.",
      why: "“Stable so far” is no plan. “None known” is no result.",
      holds: marked("fallback", "claim"),
    },
    {
      id: "groups-answered",
      half: "attacks",
      says: "The answer names both groups, and the figure of the one that is served worse.",
      why: "A sentence without a figure cannot be compared with the next version.",
      holds: (task, answers) =>
        namesBoth(task, answers.written("minority")) &&
        saysSomething(answers.written("minority"), 12),
    },
    {
      id: "card-honest",
      half: "attacks",
      says: "The card says the same: both groups and the figure under evaluation by group, and a bias that was found.",
      why: "Whoever uses the model reads the card and not the pull request.",
      holds: (task, answers) => {
        const card = readCard(answers.written("card"));
        return (
          namesBoth(task, card.get("evaluation by group") ?? "") &&
          saysSomething(card.get("biases found") ?? "", 4) &&
          namesGroup(card.get("biases found") ?? "", task.evaluation.weak.group) &&
          saysSomething(card.get("limits") ?? "", 4)
        );
      },
    },
    {
      id: "fallback-whole",
      half: "attacks",
      says: "The fallback has a trigger with a figure, a behaviour and an owner, also in the card.",
      why: "“If it fails” cannot be watched for. Say after how long, below which confidence, and who is called.",
      holds: (_, answers) =>
        saysSomething(answers.written("trigger"), 4) &&
        /\d/.test(answers.written("trigger")) &&
        saysSomething(answers.written("behaviour"), 6) &&
        saysSomething(answers.written("owner"), 1) &&
        saysSomething(readCard(answers.written("card")).get("fallback") ?? "", 4),
    },
    {
      id: "decision",
      half: "attacks",
      says: "What becomes of the change fits the group without data.",
      why: "From a twentieth of the users on, a group that nobody measured holds a release.",
      holds: ({ decision }, answers) => answers.reviewed("change")?.decision === decision,
    },
  ],
  review: ({ evaluation: { weak, missing, all }, decision }) =>
    new Map([
      [
        "change",
        `${weak.group}: ${weak.rate}, and even the upper end of its interval, ${weak.high}, lies far below the ${all} of all users. ${missing.group}: ${missing.share} % of the users and not one case. ${decision === "hold" ? "That holds the release." : "That is a limit for the card."} The small group is a little lower, and its interval reaches over that rate: more cases first.`,
      ],
      [
        "trigger",
        "For instance: no answer after 800 ms, or a confidence below 0.6 in three cases of ten minutes.",
      ],
    ]),
};
