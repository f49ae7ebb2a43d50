import type { AnswerCheck, AnsweredLab, Answers } from "@checkride/range/kit/answered-lab";
import { type Card, drawCards, drawHidden } from "./packages.ts";
import { decide, facts, outcomes } from "./policy.ts";
import { afterwards, reasons, rightReason, rightVerdicts } from "./reasons.ts";
import { type Package, record, type Situation } from "./registry.ts";

export type Task = {
  readonly cards: readonly Card[];
  readonly hidden: readonly Package[];
  readonly reasons: typeof reasons;
};

const isJudged = ({ id, situation }: Card, answers: Answers): boolean => {
  const judged = answers.judged(id);
  return (
    judged !== null &&
    rightVerdicts[situation].includes(judged.verdict) &&
    judged.reason === rightReason[situation]
  );
};

const judgedAll = (...of: readonly Situation[]): AnswerCheck<Task>["holds"] => {
  return ({ cards }, answers) =>
    cards.filter((card) => of.includes(card.situation)).every((card) => isJudged(card, answers));
};

const decidedAll = (
  of: readonly Situation[],
  wanted: readonly string[],
): AnswerCheck<Task>["holds"] => {
  return ({ hidden }, answers) => {
    const rules = answers.ruled("policy");
    return (
      rules !== null &&
      rules.length > 0 &&
      hidden
        .filter(({ situation }) => of.includes(situation))
        .every((one) => wanted.includes(decide(rules, one)))
    );
  };
};

export const lab: AnsweredLab<Task> = {
  draw: (draw) => ({
    cards: drawCards(draw),
    hidden: drawHidden(draw),
    reasons: draw.shuffle(reasons),
  }),
  asks: ({ cards, reasons: shown }) => [
    ...cards.map((card) => ({
      kind: "judge" as const,
      id: card.id,
      text: `\`${card.name}\` ${card.what}.\n\n${record(card)}`,
      verdicts: [
        { id: "accept", text: "Accept" },
        { id: "refuse", text: "Refuse" },
        { id: "ask", text: "Ask for more" },
      ],
      reasons: shown,
    })),
    {
      kind: "rules",
      id: "policy",
      ask: "Write the check that would have asked before you did. It is tried on twenty other packages.",
      facts,
      outcomes,
      otherwise: "accept",
      rulesMax: 10,
    },
  ],
  checks: [
    {
      id: "good-accepted",
      half: "works",
      says: "The two packages that are fine are accepted, and you know why.",
      why: "Few downloads are no fault. How long something has existed and where it comes from tell more.",
      holds: judgedAll("small", "popular"),
    },
    {
      id: "policy-lets-through",
      half: "works",
      says: "Your rules accept what is fine: popular, or small and old, also with an install script.",
      why: "A check that stops good packages is switched off in its first week.",
      holds: decidedAll(["small", "popular"], ["accept"]),
    },
    {
      id: "missing-refused",
      half: "attacks",
      says: "The two names that do not exist are refused, and you know why.",
      why: "A failed install is not the end of it: somebody can register the name tomorrow.",
      holds: judgedAll("missing"),
    },
    {
      id: "fresh-refused",
      half: "attacks",
      says: "The package that is days old is refused, however good its numbers look.",
      why: "Downloads can be made by a script in one night. Asking its owner for more information asks the attacker.",
      holds: judgedAll("fresh"),
    },
    {
      id: "abandoned-noticed",
      half: "attacks",
      says: "The abandoned package is not simply accepted, and you know why.",
      why: "Look at the newest version, not at the first one.",
      holds: judgedAll("abandoned"),
    },
    {
      id: "policy-stops-fresh",
      half: "attacks",
      says: "Your rules refuse whatever is days old, also with many downloads and a repository of its own.",
      why: "Only one fact cannot be made in a night.",
      holds: decidedAll(["fresh"], ["refuse"]),
    },
    {
      id: "policy-stops-missing",
      half: "attacks",
      says: "Your rules refuse what does not exist.",
      why: "What is not there has no age and no downloads: a rule about numbers does not apply to it.",
      holds: decidedAll(["missing"], ["refuse"]),
    },
    {
      id: "policy-asks",
      half: "attacks",
      says: "Your rules accept nothing that has been without a new version for years.",
      why: "A tool that is finished may rest for a year or two. Four years are another matter.",
      holds: decidedAll(["abandoned"], ["ask", "refuse"]),
    },
  ],
  review: ({ cards }) =>
    new Map([
      ...cards.map(({ id, situation }): [string, string] => [id, afterwards[situation]]),
      [
        "policy",
        "For instance: not listed, refuse; package younger than 30 days, refuse; newest version older than 1,095 days, ask a person.",
      ],
    ]),
};
