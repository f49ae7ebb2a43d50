import type { Draw } from "@checkride/range/draw";

export type Message = { readonly text: string; readonly label: "spam" | "ham" };
export type Filter = { readonly weights: Readonly<Record<string, number>>; readonly bias: number };

const spamWords = [
  "winner",
  "lottery",
  "crypto",
  "bonus",
  "prize",
  "casino",
  "wallet",
  "urgent",
  "claim",
  "jackpot",
  "discount",
  "voucher",
  "refinance",
  "exclusive",
];
const hamWords = [
  "meeting",
  "invoice",
  "thanks",
  "report",
  "garden",
  "school",
  "lunch",
  "project",
  "ticket",
  "train",
  "doctor",
  "sunday",
  "garage",
  "recipe",
];
const plain = [
  "we",
  "you",
  "today",
  "about",
  "please",
  "hello",
  "team",
  "again",
  "with",
  "from",
  "have",
  "your",
];

export type Words = { readonly spam: readonly string[]; readonly ham: readonly string[] };

/** Every attempt has other words. */
export const drawWords = (draw: Draw): Words => ({
  spam: draw.shuffle(spamWords).slice(0, 10),
  ham: draw.shuffle(hamWords).slice(0, 10),
});

const some = (draw: Draw, list: readonly string[], count: number): readonly string[] =>
  draw.shuffle(list).slice(0, count);

export const spam = (draw: Draw, words: Words): string =>
  draw
    .shuffle([
      ...some(draw, words.spam, draw.whole(3, 4)),
      ...some(draw, words.ham, draw.whole(0, 1)),
      ...some(draw, plain, 4),
    ])
    .join(" ");

/** One message in three speaks of a prize or a voucher, as people do. */
export const ham = (draw: Draw, words: Words): string =>
  draw
    .shuffle([
      ...some(draw, words.ham, draw.whole(2, 4)),
      ...some(draw, words.spam, draw.chance(0.3) ? 1 : 0),
      ...some(draw, plain, 4),
    ])
    .join(" ");

export const drawMessages = (draw: Draw, words: Words, count: number): readonly Message[] =>
  Array.from(
    { length: count },
    (_, at): Message =>
      at % 2 === 0
        ? { text: spam(draw, words), label: "spam" }
        : { text: ham(draw, words), label: "ham" },
  );

/** Honest, and odd to look at. */
export const oddHam = (draw: Draw, words: Words): readonly string[] => {
  const [one = "", two = ""] = draw.shuffle(words.ham);
  const [bad = ""] = draw.shuffle(words.spam);
  return [
    `встреча завтра в 10, ${one} не забудь`,
    `καλημέρα team, ${one} ${two} σήμερα`,
    `${one}: a b c d, please t-shirt and e-mail at 4 pm`,
    `the ${bad}-giving is at the ${one} on the 1st, ${two} at 3`,
    `crème brûlée, jalapeño, ${one} & ${two}`,
    `${one}\u200b ${two} — „${bad}“ is only a word`,
    `c u @ ${one}, 2 of us`,
  ];
};

/** As it is in production: a sum over words. */
export const isSpam = ({ weights, bias }: Filter, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .reduce((sum, word) => sum + (weights[word.replace(/^[.,:;!?]+|[.,:;!?]+$/g, "")] ?? 0), bias) >
  0;

export const filterFor = (draw: Draw, words: Words): Filter => ({
  weights: Object.fromEntries([
    ...words.spam.map((word) => [word, draw.whole(9, 13) / 10]),
    ...words.ham.map((word) => [word, -draw.whole(8, 11) / 10]),
    ...plain.map((word) => [word, draw.whole(-5, 5) / 100]),
  ]),
  bias: -0.9,
});
