import type { Ask, CertificateRule } from "@checkride/rules/policy";
import type { Habit } from "./demo-people.ts";
import type { Dice } from "./demo-random.ts";

export type DemoFact = {
  readonly kind: string;
  readonly daysAgo: number;
  readonly body: Readonly<Record<string, string | number>>;
};

export type DemoDocument = { readonly version: number; readonly hash: string };

/** How somebody went about one certificate, in days before today. */
export type Course = {
  readonly from: number;
  readonly to: number;
  /** How much of what is asked they finished. */
  readonly share: number;
  readonly refreshedDaysAgo: number | null;
};

export const courseOf = (dice: Dice, habit: Habit): Course | null => {
  switch (habit) {
    case "pilot": {
      const from = dice.between(395, 425);
      const refreshedDaysAgo = dice.chance(0.8) ? dice.between(31, 70) : null;
      return { from, to: from - dice.between(8, 20), share: 1, refreshedDaysAgo };
    }
    case "diligent": {
      const from = dice.between(40, 345);
      const to = Math.max(1, from - dice.between(5, 35));
      return { from, to, share: 1, refreshedDaysAgo: null };
    }
    case "slow": {
      const share = dice.between(30, 80) / 100;
      return { from: dice.between(10, 200), to: 1, share, refreshedDaysAgo: null };
    }
    case "stopped": {
      const from = dice.between(200, 340);
      return { from, to: from - 20, share: dice.between(10, 50) / 100, refreshedDaysAgo: null };
    }
    case "untouched":
      return null;
  }
};

/** The single things somebody chose to do for these asks. */
const chosen = (dice: Dice, asks: readonly Ask[]): readonly Ask[] =>
  asks.flatMap((ask) => {
    if (ask.kind !== "some") return [ask];
    const order = ask.of
      .map((option) => ({ option, key: dice.roll() }))
      .sort((a, b) => a.key - b.key);
    return chosen(
      dice,
      order.slice(0, ask.count).map(({ option }) => option),
    );
  });

const factsFor = (
  dice: Dice,
  ask: Ask,
  daysAgo: number,
  documents: ReadonlyMap<string, DemoDocument>,
): readonly DemoFact[] => {
  if (ask.kind === "activity") return activityFacts(dice, ask.activity, ask.passMark, daysAgo);
  if (ask.kind === "signOff") {
    const signed = documents.get(ask.document) ?? { version: ask.version ?? 1, hash: "" };
    const body = { document: ask.document, ...signed };
    return [{ kind: "signoff.signed", daysAgo, body }];
  }
  if (ask.kind === "evidence") return [{ kind: ask.evidence, daysAgo, body: { ...ask.where } }];
  return [];
};

const percent = (share: number): number => Math.round(share * 100) / 100;

/** Begun, perhaps not passed at the first try, then passed. */
const activityFacts = (
  dice: Dice,
  activity: string,
  passMark: number | null,
  daysAgo: number,
): readonly DemoFact[] => {
  const mark = passMark ?? 0.8;
  const score = percent(Math.min(1, mark + dice.between(0, 20) / 100));
  const facts: DemoFact[] = [
    { kind: "activity.started", daysAgo: daysAgo + 0.08, body: { activity } },
  ];
  if (dice.chance(0.25)) {
    const body = { activity, score: percent(Math.max(0.3, mark - dice.between(5, 30) / 100)) };
    facts.push({ kind: "activity.attempted", daysAgo: daysAgo + 0.04, body });
  }
  facts.push({ kind: "activity.passed", daysAgo, body: { activity, score, version: 1 } });
  return facts;
};

/** One person's way toward one certificate, in the order in which it happened. */
export const historyFor = (
  dice: Dice,
  course: Course,
  startedDaysAgo: number,
  rule: Pick<CertificateRule, "asks" | "refreshAsks">,
  documents: ReadonlyMap<string, DemoDocument>,
): readonly DemoFact[] => {
  const begin = Math.min(course.from, Math.max(1, startedDaysAgo - 1));
  const end = Math.min(course.to, begin);
  const things = chosen(dice, rule.asks);
  const done = things.slice(0, Math.ceil(things.length * course.share));
  const facts = done.flatMap((ask, index) => {
    const gone = done.length > 1 ? index / (done.length - 1) : 1;
    const daysAgo = Math.max(0.2, begin - (begin - end) * gone + dice.roll() * 0.3);
    return factsFor(dice, ask, daysAgo, documents);
  });
  const { refreshedDaysAgo } = course;
  if (refreshedDaysAgo === null) return facts;
  const refresh = chosen(dice, rule.refreshAsks).flatMap((ask) =>
    factsFor(dice, ask, refreshedDaysAgo, documents),
  );
  return [...facts, ...refresh];
};
