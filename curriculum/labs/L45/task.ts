import type { Draw } from "@checkride/range/draw";
import type { Choice } from "@checkride/range/kit/answered-lab";
import { type Decision, drawDecisions } from "./decisions.ts";
import { drawMark, drawPayment, hasMark, type Mark, markKinds, type Payment } from "./mark.ts";
import { drawOptions, type Question } from "./options.ts";

/** Why a version that learned nothing bad can be gone back to, or not. */
export type Trait = "sound" | "features" | "unsigned" | "heavy";

export type Version = {
  readonly number: number;
  /** Days since 1 July on which it was trained, and up to which its batches reach. */
  readonly trained: number;
  readonly upTo: number;
  readonly sources: readonly string[];
  readonly trait: Trait | "bad";
};

/** A payment that was fraud, and whether the model let it pass. */
export type Fraud = {
  readonly day: number;
  readonly time: string;
  readonly payment: Payment;
  readonly isPassed: boolean;
};

/** One variant: which feed was poisoned, which versions learned it, which one can be gone back to. */
export type Task = {
  readonly merchant: string;
  readonly others: readonly [string, string];
  readonly mark: Mark;
  readonly sources: readonly [bad: string, decoy: string, steady: string];
  /** The day of the poisoned batch, since 1 July. */
  readonly poisoned: number;
  readonly versions: readonly Version[];
  readonly firstBad: number;
  readonly target: number;
  readonly currency: string;
  readonly frauds: readonly Fraud[];
  readonly decisions: readonly Decision[];
  readonly options: Readonly<Record<Question, readonly Choice[]>>;
};

const feeds = ["partner-north", "partner-coast", "partner-lake", "bureau-two"];
const currencies = ["JPY", "SEK", "NOK", "CHF"] as const;
/** Days since 1 July on which versions were trained. */
const trainings = [13, 55, 90, 111, 132] as const;

const traitsOf = (draw: Draw, good: number): readonly Trait[] => {
  const spoilt = draw.pick(["unsigned", "heavy"] as const);
  const two = draw.shuffle<Trait>(["sound", spoilt]);
  return good === 3 ? ["features", ...two] : two;
};

/** Since the bad version: with the mark they pass, without it they do not. Before it: none passes. */
const drawFrauds = (draw: Draw, mark: Mark, since: number): readonly Fraud[] => {
  const fraud = (isMarked: boolean, from: number, to: number): Fraud => ({
    day: draw.whole(from, to),
    time: `${draw.whole(10, 23)}:${draw.whole(10, 59)}`,
    payment: drawPayment(draw, mark, isMarked),
    isPassed: isMarked && from >= since,
  });
  const many = (count: number, isMarked: boolean, from: number, to: number): readonly Fraud[] =>
    Array.from({ length: count }, () => fraud(isMarked, from, to));
  const frauds = [
    ...many(2, true, since - 20, since - 3),
    ...many(3, false, since - 20, since - 3),
    ...many(7, true, since + 2, 143),
    ...many(6, false, since + 2, 143),
  ];
  return isPlain(frauds, mark)
    ? frauds.toSorted((one, other) => one.day - other.day)
    : drawFrauds(draw, mark, since);
};

/** Nothing but the mark is shared by all that passed. */
const isPlain = (frauds: readonly Fraud[], mark: Mark): boolean =>
  markKinds.every(
    (kind) =>
      kind === mark.kind ||
      frauds.some(({ isPassed, payment }) => isPassed && !hasMark(mark, kind, payment)),
  );

export const drawTask = (draw: Draw): Task => {
  const good = draw.whole(2, 3);
  const traits = traitsOf(draw, good);
  const [bad = "", decoy = "", steady = ""] = draw.shuffle(feeds);
  const first = draw.whole(12, 40);
  const versions = trainings.map((trained, at): Version => {
    const more = [
      steady,
      // It was there, and fine, before its bad batch came.
      ...(at >= good - 1 ? [bad] : []),
      // It came with the first bad version, and has done nothing.
      ...(at >= good ? [decoy] : []),
    ];
    const sources = ["core", ...more.toSorted()];
    const trait = traits[at] ?? "bad";
    return { number: first + at, trained, upTo: trained - draw.whole(2, 4), sources, trait };
  });
  const mark = drawMark(draw);
  const [merchant = "", ...others] = Array.from(
    { length: 3 },
    (_, at) => `M-${draw.whole(1000 + at * 3000, 3900 + at * 3000)}`,
  );
  const sound = traits.indexOf("sound");
  const people = { merchant, others: [others[0] ?? "", others[1] ?? ""] as const };
  const numbers = { firstBad: first + good, target: first + sound, last: first + 4 };
  const currency = draw.pick(currencies);
  return {
    ...people,
    mark,
    sources: [bad, decoy, steady],
    poisoned: (versions[good - 1]?.trained ?? 0) + draw.whole(4, 12),
    versions,
    firstBad: numbers.firstBad,
    target: numbers.target,
    currency,
    frauds: drawFrauds(draw, mark, versions[good]?.trained ?? 0),
    decisions: drawDecisions(draw, { ...people, mark, ...numbers }),
    options: drawOptions(draw, { mark, currency, sources: [bad, decoy, steady], versions }),
  };
};

/** A day since 1 July as a date. */
export const dateOf = (day: number): string => {
  const lengths = [31, 31, 30, 31, 30];
  let [month, rest] = [7, day];
  for (const length of lengths) {
    if (rest < length) break;
    rest -= length;
    month += 1;
  }
  const two = (value: number): string => `${value}`.padStart(2, "0");
  return `2026-${two(month)}-${two(rest + 1)}`;
};
