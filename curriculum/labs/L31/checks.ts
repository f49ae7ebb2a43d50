import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import {
  asGiven,
  canonical,
  type Dialogue,
  type Kind,
  type Prepared,
  readPrepared,
  shareGone,
  wanted,
} from "./dialogues.ts";
import { drawSynthetic } from "./synthetic-set.ts";
import { completes } from "./toy-model.ts";
import { drawCanaries, drawHarmless, drawTalks, drawTopics, drawTwins, topics } from "./writing.ts";

/** A crowd for the topics, so that nobody is left out for being alone. */
const company = (draw: Draw): readonly Dialogue[] =>
  drawTopics(draw).all.filter(({ topic }) => topics.some((one) => one === topic));

const prepare = (
  draw: Draw,
  dialogues: readonly Dialogue[],
  isRight: (prepared: readonly Prepared[]) => boolean,
): CheckCase => ({
  args: ["prepare", [...dialogues, ...company(draw)].map(asGiven)],
  wants: ({ value }) => {
    const prepared = readPrepared(value);
    return prepared !== null && isRight(prepared);
  },
});

const turnsOf = (prepared: readonly Prepared[], { id }: Dialogue): readonly string[] =>
  prepared.find((one) => one.id === id)?.turns ?? [];

const gone = (kinds: readonly Kind[], least: number, count: number) => (draw: Draw) => {
  const dialogues = drawTalks(draw, count);
  return prepare(draw, dialogues, (prepared) => {
    const isWhole = dialogues.every((one) => turnsOf(prepared, one).length === one.turns.length);
    return isWhole && shareGone(dialogues, prepared, (kind) => kinds.includes(kind)) >= least;
  });
};

const asWanted = (draw: Draw, dialogues: readonly Dialogue[]): CheckCase =>
  prepare(draw, dialogues, (prepared) =>
    dialogues.every((one) => canonical(turnsOf(prepared, one)) === wanted(one)),
  );

const keptNumbers = (draw: Draw): CheckCase => {
  const dialogues = drawTalks(draw, 6);
  return prepare(draw, dialogues, (prepared) =>
    dialogues.every((one) => {
      const text = turnsOf(prepared, one).join("\n");
      const dates = one.turns.flat().includes("2026-03-14") ? ["2026-03-14", "1,299.00"] : [];
      return [...one.orders, ...dates].every((number) => text.includes(number));
    }),
  );
};

const linked = (draw: Draw): CheckCase => {
  const dialogues = drawTwins(draw);
  return prepare(draw, dialogues, (prepared) => {
    const [one = "", ...others] = dialogues.map((twin) => turnsOf(prepared, twin).join("\n"));
    return one.includes("[PERSON_") && others.every((other) => other === one);
  });
};

const byTopic = (isRare: boolean) => (draw: Draw) => {
  const { all, rare } = drawTopics(draw);
  const asked = all.filter(({ id }) => rare.has(id) === isRare).map(({ id }) => id);
  const wants = ({ value }: Claimed): boolean => {
    const ids = readPrepared(value)?.map(({ id }) => id);
    if (ids === undefined || ids.length === 0) return false;
    const here = ids.filter((id) => rare.has(id) === isRare);
    return isRare ? here.length === 0 : here.join() === asked.join();
  };
  return { args: ["prepare", all.map(asGiven)], wants };
};

const canaries = (draw: Draw): CheckCase => {
  const dialogues = drawCanaries(draw);
  return prepare(draw, dialogues, (prepared) => {
    const texts = prepared.flatMap(({ turns }) => turns);
    return (
      texts.length > 0 &&
      dialogues.every((one) => !completes(texts, "send it to", one.customer.address))
    );
  });
};

const judgeCopies = (least: "precision" | "recall") => (draw: Draw) => {
  const { originals, synthetic, copies } = drawSynthetic(draw, 14);
  const wants = ({ value }: Claimed): boolean => {
    if (!isTexts(value) || value.some((id) => !synthetic.some((one) => one.id === id)))
      return false;
    const named = [...new Set(value)];
    const right = named.filter((id) => copies.has(id)).length;
    return right > 0 && right >= 0.9 * (least === "recall" ? copies.size : named.length);
  };
  return { args: ["copies", synthetic, originals], wants };
};

const isTexts = (value: Json): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

export const checks: readonly Check[] = [
  {
    id: "numbers-kept",
    half: "works",
    says: "Order numbers, dates and amounts are still there.",
    why: "The record of a dialogue lists its orders. Nine digits with dashes may be a phone number or an order.",
    cases: (draw) => [{ ...keptNumbers(draw), isPublic: true }, keptNumbers(draw)],
  },
  {
    id: "words-kept",
    half: "works",
    says: "Ordinary words stay: “Will you send it in May?” names nobody, “May Berg” does.",
    why: "A list of names knows nothing of sentences. Where a name is a word too, look at what follows.",
    cases: (draw) => [asWanted(draw, drawHarmless(draw))],
  },
  {
    id: "crowd-kept",
    half: "works",
    says: "Dialogues about topics of three different customers or more are kept, in their order.",
    why: "Every dialogue that is dropped without need is missing in the tuning.",
    cases: (draw) => [byTopic(false)(draw)],
  },
  {
    id: "crowd-is-no-copy",
    half: "works",
    says: "Of the synthetic rows that are named, at least 9 of 10 are copies.",
    why: "“My parcel is late” is near to many. A copy is near to one and far from the next.",
    cases: (draw) => [judgeCopies("precision")(draw)],
  },
  {
    id: "identifiers-gone",
    half: "attacks",
    says: "At least 95 of 100 mail addresses, phone numbers, postal addresses and account numbers are gone.",
    why: "People write them with capitals, dots, dashes, “(at)” or without spaces; and not only their own.",
    cases: (draw) => [gone(["EMAIL", "PHONE", "ADDRESS", "IBAN"], 0.95, 6)(draw)],
  },
  {
    id: "names-gone",
    half: "attacks",
    says: "At least 8 of 10 mentions of names are gone.",
    why: "Full name, given name, surname behind a title, small letters: of the customer and of those they speak about.",
    cases: (draw) => [gone(["PERSON"], 0.8, 9)(draw)],
  },
  {
    id: "one-person-one-mark",
    half: "attacks",
    says: "Within a dialogue the same person or thing has the same placeholder, others have another.",
    why: "`Anna Berg`, `anna` and `Ms Berg` are one; a phone number is the same with dashes. One mark for all mixes people.",
    cases: (draw) => [asWanted(draw, drawTalks(draw, 3))],
  },
  {
    id: "not-linkable",
    half: "attacks",
    says: "Two dialogues that differ only in who speaks become the same text.",
    why: "A number or hash that goes with a person through all dialogues is a name in new clothes.",
    cases: (draw) => [linked(draw)],
  },
  {
    id: "rare-dropped",
    half: "attacks",
    says: "Dialogues about topics of fewer than three different customers are dropped.",
    why: "Count people, not dialogues: one customer who writes five times is still one.",
    cases: (draw) => [byTopic(true)(draw)],
  },
  {
    id: "canaries-silent",
    half: "attacks",
    says: "A toy model tuned on the result completes none of ten addresses.",
    why: "An address typed in small letters, without its comma or with two spaces, is learned like any other.",
    cases: (draw) => [canaries(draw)],
  },
  {
    id: "copies-found",
    half: "attacks",
    says: "At least 9 of 10 copies in the synthetic set are named.",
    why: "Words are replaced, left out or exchanged, so nothing is equal. Measure a distance.",
    cases: (draw) => [judgeCopies("recall")(draw)],
  },
];
