import type { Draw } from "@checkride/range/draw";
import type { AnswerCheck, AnsweredLab, Answers } from "@checkride/range/kit/answered-lab";
import { leaving } from "./leaving.ts";
import type { Card, Details, Situation } from "./situation.ts";
import { tools } from "./tools.ts";

export type Task = readonly Card[];

const names = [
  "Amira",
  "Bo",
  "Chiara",
  "Dilan",
  "Emeka",
  "Freya",
  "Goran",
  "Hana",
  "Ines",
] as const;
const services = ["invoices", "checkout", "the booking service", "the parcel tracker"] as const;
const partners = ["Northwind Maps", "Lumen Parts", "Tidal Print", "Quarry & Sons"] as const;

const drawDetails = (draw: Draw): Details => ({
  who: draw.pick(names),
  service: draw.pick(services),
  partner: draw.pick(partners),
  file: `${draw.word(6)}.c`,
});

const drawCard = (draw: Draw, { id, forms }: Situation): Card => {
  const [first, ...others] = forms(drawDetails(draw));
  const { reasons, ...variant } = draw.pick([first, ...others]);
  const texts = draw.shuffle(reasons.map((text, at) => ({ text, isRight: at === 0 })));
  // Ids follow the shuffled places, so that they tell nothing.
  const choices = texts.map(({ text, isRight }, at) => ({ id: "abcd".charAt(at), text, isRight }));
  return {
    ...variant,
    id,
    reason: choices.find(({ isRight }) => isRight)?.id ?? "",
    reasons: choices.map(({ id: choice, text }) => ({ id: choice, text })),
  };
};

/** Neither verdict may be so rare that saying the other one to everything is nearly right. */
const drawTask = (draw: Draw): Task => {
  const cards = [...leaving, ...tools].map((one) => drawCard(draw, one));
  const safe = cards.filter(({ verdict }) => verdict === "safe").length;
  return safe < 4 || safe > 6 ? drawTask(draw) : draw.shuffle(cards);
};

const isJudged = ({ id, verdict }: Card, answers: Answers): boolean =>
  answers.judged(id)?.verdict === verdict;

const isReasoned = (card: Card, answers: Answers): boolean =>
  isJudged(card, answers) && answers.judged(card.id)?.reason === card.reason;

const missesAtMost = (
  most: number,
  of: (card: Card) => boolean,
  isRight: (card: Card, answers: Answers) => boolean,
): AnswerCheck<Task>["holds"] => {
  return (task, answers) =>
    task.filter((card) => of(card) && !isRight(card, answers)).length <= most;
};

export const lab: AnsweredLab<Task> = {
  draw: drawTask,
  asks: (task) =>
    task.map(({ id, text, reasons }) => ({
      kind: "judge",
      id,
      text,
      verdicts: [
        { id: "safe", text: "Safe" },
        { id: "unsafe", text: "Unsafe" },
      ],
      reasons,
    })),
  checks: [
    {
      id: "ten-right",
      half: "works",
      says: "At least ten of the twelve verdicts are right.",
      why: "Ask three things of each: what leaves, to whom, under which agreement?",
      holds: missesAtMost(2, () => true, isJudged),
    },
    {
      id: "safe-allowed",
      half: "works",
      says: "What is safe is allowed, with one miss at most.",
      why: "Whoever forbids everything teaches people to go around. Nothing of ours, or ours to somebody who may have it, is fine.",
      holds: missesAtMost(1, ({ verdict }) => verdict === "safe", isJudged),
    },
    {
      id: "grave-stopped",
      half: "attacks",
      says: "Every situation in which secrets or personal data would leave is recognised.",
      why: "Here no miss is allowed. An approved tool does not make a key or somebody's data into source code.",
      holds: missesAtMost(0, ({ isGrave }) => isGrave === true, isJudged),
    },
    {
      id: "reasons-known",
      half: "attacks",
      says: "At least ten of the twelve reasons are right.",
      why: "A verdict without its reason does not help in the thirteenth situation.",
      holds: missesAtMost(2, () => true, isReasoned),
    },
  ],
  review: (task) => new Map(task.map(({ id, review }) => [id, review])),
};
