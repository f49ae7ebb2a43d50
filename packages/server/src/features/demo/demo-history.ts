import type { Ask } from "@checkride/rules/policy";
import type { DemoPerson, Habit } from "./demo-people.ts";
import type { Dice } from "./demo-random.ts";

export type DemoFact = {
  readonly kind: string;
  readonly daysAgo: number;
  readonly body: Readonly<Record<string, string | number>>;
};

export type DemoDocument = { readonly version: number; readonly hash: string };

/** When somebody of this habit worked on a certificate, as days before today: first and last. */
const season = (dice: Dice, habit: Habit): { readonly from: number; readonly to: number } => {
  switch (habit) {
    case "pilot": {
      const from = dice.between(395, 425);
      return { from, to: from - dice.between(8, 20) };
    }
    case "diligent": {
      const from = dice.between(40, 350);
      return { from, to: Math.max(1, from - dice.between(5, 35)) };
    }
    case "slow": {
      const from = dice.between(10, 200);
      return { from, to: 1 };
    }
    case "stopped": {
      const from = dice.between(200, 340);
      return { from, to: from - 20 };
    }
    case "untouched":
      return { from: 0, to: 0 };
  }
};

/** How much of what is asked they finished. */
const finished = (dice: Dice, habit: Habit): number => {
  if (habit === "slow") return dice.between(30, 80) / 100;
  return habit === "stopped" ? dice.between(10, 50) / 100 : 1;
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

/** Begun, perhaps not passed at the first try, then passed. */
const activityFacts = (
  dice: Dice,
  activity: string,
  passMark: number | null,
  daysAgo: number,
): readonly DemoFact[] => {
  const mark = passMark ?? 0.8;
  const score = Math.min(1, mark + dice.between(0, 20) / 100);
  const facts: DemoFact[] = [
    { kind: "activity.started", daysAgo: daysAgo + 0.08, body: { activity } },
  ];
  if (dice.chance(0.25)) {
    const body = { activity, score: Math.max(0.3, mark - dice.between(5, 30) / 100) };
    facts.push({ kind: "activity.attempted", daysAgo: daysAgo + 0.04, body });
  }
  facts.push({ kind: "activity.passed", daysAgo, body: { activity, score, version: 1 } });
  return facts;
};

/** One person's year toward one certificate, in the order in which it happened. */
export const historyFor = (
  dice: Dice,
  person: Pick<DemoPerson, "habit" | "startedDaysAgo">,
  asks: readonly Ask[],
  documents: ReadonlyMap<string, DemoDocument>,
): readonly DemoFact[] => {
  if (person.habit === "untouched") return [];
  const { from, to } = season(dice, person.habit);
  const begin = Math.min(from, Math.max(1, person.startedDaysAgo - 1));
  const end = Math.min(to, begin);
  const things = chosen(dice, asks);
  const done = things.slice(0, Math.ceil(things.length * finished(dice, person.habit)));
  return done.flatMap((ask, index) => {
    const share = done.length > 1 ? index / (done.length - 1) : 1;
    const daysAgo = Math.max(0.2, begin - (begin - end) * share + dice.roll() * 0.3);
    return factsFor(dice, ask, daysAgo, documents);
  });
};
