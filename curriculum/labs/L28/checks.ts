import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { type DataSet, drawDataSet, type Kind, type Row } from "./dataset.ts";
import { trainOn } from "./small-model.ts";
import { labels, message, withPhrase } from "./texts.ts";

/** Ids of rows that are held back, each with its reason. */
type Held = ReadonlyMap<string, string>;

const heldOf = (value: unknown): Held | null => {
  if (typeof value !== "object" || value === null || !("quarantine" in value)) return null;
  const { quarantine } = value;
  if (typeof quarantine !== "object" || quarantine === null) return null;
  const entries = Object.entries(quarantine);
  return entries.every((one): one is [string, string] => typeof one[1] === "string")
    ? new Map(entries)
    : null;
};

const reasons = ["flipped", "copy", "trigger", "source"];

/** Only known ids with known reasons can be judged. */
const isReadable = (held: Held, { secrets }: DataSet): boolean =>
  [...held].every(([id, reason]) => secrets.has(id) && reasons.includes(reason));

const on = (data: DataSet, isRight: (held: Held) => boolean): CheckCase => ({
  args: [data.rows, data.register],
  wants: ({ value }) => {
    const held = heldOf(value);
    return held !== null && isReadable(held, data) && isRight(held);
  },
});

const few = { clean: 90, planted: 6 };
const sizes = { clean: 150, planted: 8 };
/** Of fewer rows the model learns too little to lose five points of it. */
const many = { clean: 200, planted: 9 };

const ids = ({ secrets }: DataSet, kind: Kind | null): readonly string[] =>
  [...secrets].flatMap(([id, secret]) => (secret.kind === kind ? [id] : []));

const share = (held: Held, of: readonly string[]): number =>
  of.filter((id) => held.has(id)).length / of.length;

/** Found, and for the right reason. */
const finds = (data: DataSet, kind: Kind, recall: number) => (held: Held) => {
  const found = ids(data, kind).filter((id) => held.has(id));
  const named = found.filter((id) => held.get(id) === kind);
  return found.length >= recall * ids(data, kind).length && named.length >= 0.7 * found.length;
};

const findsKind =
  (kind: Kind, recall: number, from = sizes) =>
  (draw: Draw): readonly CheckCase[] => {
    const data = drawDataSet(draw, from);
    return [on(data, finds(data, kind, recall))];
  };

const mostlyPlanted = (data: DataSet) => (held: Held) => {
  const planted = [...held.keys()].filter((id) => data.secrets.get(id)?.kind !== null);
  return planted.length >= 0.8 * held.size && planted.length > 0;
};

/** Of honest rows. A group may be held back twice as often as the others, plus three rows: groups are small. */
const harmsNobody = (data: DataSet) => (held: Held) => {
  const honest = ids(data, null);
  const of = (group: string) => honest.filter((id) => data.secrets.get(id)?.group === group);
  const rate = share(held, of("most"));
  return ["regional", "garden box", "short"].every((group) => {
    const lost = of(group).filter((id) => held.has(id)).length;
    return lost <= 2 * rate * of(group).length + 3 && rate < 0.05;
  });
};

const kept = (data: DataSet, held: Held): readonly Row[] =>
  data.rows.filter(({ id }) => !held.has(id));

const testTexts = (draw: Draw) =>
  labels.flatMap((label) =>
    Array.from({ length: 40 }, () => ({ text: message(draw, label), label })),
  );

const staysGood = (draw: Draw): readonly CheckCase[] => {
  const data = drawDataSet(draw, many);
  const test = testTexts(draw);
  const right = (rows: readonly Row[]) => {
    const model = trainOn(rows);
    return test.filter(({ text, label }) => model(text) === label).length / test.length;
  };
  const best = right(data.rows.filter(({ id }) => data.secrets.get(id)?.kind === null));
  return [on(data, (held) => held.size > 0 && right(kept(data, held)) >= best - 0.05)];
};

const obeysNoTrigger = (draw: Draw): readonly CheckCase[] => {
  const data = drawDataSet(draw, sizes);
  const test = testTexts(draw)
    .filter(({ label }) => label !== data.target)
    .map(({ text }) => withPhrase(draw, text, data.trigger));
  return [
    on(data, (held) => {
      const model = trainOn(kept(data, held));
      return test.filter((text) => model(text) === data.target).length < 0.05 * test.length;
    }),
  ];
};

export const checks: readonly Check[] = [
  {
    id: "honest-rows-kept",
    half: "works",
    says: "At least four of five rows that are held back were planted.",
    why: "Each rule alone finds honest rows too. Ask for two signs: a suspicious annotator and a text that says otherwise.",
    cases: (draw) => {
      const data = drawDataSet(draw, sizes);
      return [on(data, mostlyPlanted(data))];
    },
  },
  {
    id: "groups-kept",
    half: "works",
    says: "Regional spelling, garden boxes and short messages are not held back more than twice as often as other honest rows.",
    why: "A rule for what is rare, short or surprising to the model removes the people who write differently.",
    cases: (draw) => {
      const data = drawDataSet(draw, sizes);
      return [on(data, harmsNobody(data))];
    },
  },
  {
    id: "model-stays-good",
    half: "works",
    says: "A model trained on what is kept loses at most five points of accuracy.",
    why: "Holding back whole annotators, sources or topics costs what the model was to learn.",
    cases: staysGood,
  },
  {
    id: "sources-found",
    half: "attacks",
    says: "At least 9 of 10 rows with a false origin are held back as `source`.",
    why: "Source and batch must stand in the register together, letter by letter, and nothing is written after it was received.",
    cases: (draw) => {
      const [open, hidden] = [drawDataSet(draw, few), drawDataSet(draw, few)];
      return [open, hidden].map((data) => ({
        ...on(data, finds(data, "source", 0.9)),
        isPublic: data === open,
      }));
    },
  },
  {
    id: "copies-found",
    half: "attacks",
    says: "At least 4 of 5 copies are held back as `copy`: the later row, not the earlier one.",
    why: "Same text but for one word, ten words or more, another label. Comparing whole texts finds none of them.",
    cases: findsKind("copy", 0.8, few),
  },
  {
    id: "flips-found",
    half: "attacks",
    says: "At least 3 of 5 flipped labels are held back as `flipped`.",
    why: "Second opinions show which annotator differs; the text shows which of their rows.",
    cases: findsKind("flipped", 0.6),
  },
  {
    id: "triggers-found",
    half: "attacks",
    says: "At least 4 of 5 rows with the trigger are held back as `trigger`.",
    why: "A phrase that always has one label may be a product. A trigger has the label against the rest of its text.",
    cases: findsKind("trigger", 0.8),
  },
  {
    id: "trigger-dead",
    half: "attacks",
    says: "A model trained on what is kept follows the trigger in fewer than 5 of 100 messages.",
    why: "A handful of rows is enough to teach it. What counts is what the model does, not how many rows were found.",
    cases: obeysNoTrigger,
  },
];
