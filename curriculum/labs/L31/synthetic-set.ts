import type { Draw } from "@checkride/range/draw";

type Some = readonly [string, ...string[]];

const crowd: readonly (readonly Some[])[] = [
  [
    ["my parcel is late since"],
    ["monday", "tuesday", "friday"],
    ["please tell me where it is and when it will be here"],
  ],
  [
    ["the shoes are too"],
    ["small", "large", "wide"],
    ["can i have the next size instead without paying postage again"],
  ],
  [
    ["the invoice for my order of"],
    ["march", "april", "june"],
    ["shows the wrong amount please send a new one by mail"],
  ],
];
const odd: readonly Some[] = [
  [
    "my grandmother at ninety",
    "our village choir",
    "the night ferry crew",
    "a retired beekeeper",
    "the school orchestra",
  ],
  [
    "ordered a violet piano",
    "waited for nine brass lanterns",
    "received a stuffed pelican",
    "found a wedding dress",
    "unpacked an antique globe",
  ],
  [
    "and inside it lived",
    "beside it there lay",
    "under the lid we saw",
    "in the paper was",
    "out of it crawled",
  ],
  [
    "forty bees from tuscany",
    "a letter of resignation",
    "my late uncle's medals",
    "three keys of a hotel",
    "a hedgehog called bertram",
  ],
  [
    "during the eclipse on the pier",
    "at the funeral in antwerp",
    "on the morning of the trial",
    "while the bishop was visiting",
    "before the harvest supper",
  ],
];

const oneOf = (draw: Draw, lists: readonly Some[]): string =>
  lists.map((list) => draw.pick(list)).join(" ");

export type SyntheticSet = {
  readonly originals: readonly { readonly id: string; readonly text: string }[];
  readonly synthetic: readonly { readonly id: string; readonly text: string }[];
  readonly copies: ReadonlySet<string>;
};

/** Small changes: a word replaced, one left out, two exchanged, capitals and signs. */
const inNewClothes = (draw: Draw, text: string): string => {
  const words = text.split(" ");
  const at = draw.whole(1, words.length - 3);
  const changed = words.map((word, place) => (place === at ? draw.word(5) : word));
  const [left = "", right = ""] = changed.slice(at + 1, at + 3);
  const swapped = [...changed.slice(0, at + 1), right, left, ...changed.slice(at + 3)].join(" ");
  return draw.pick([
    swapped,
    changed.filter((_, place) => place !== at).join(" "),
    `${text.charAt(0).toUpperCase()}${text.slice(1)}!`,
    changed.join(" ").toUpperCase(),
    changed.join(", "),
  ]);
};

export const drawSynthetic = (draw: Draw, size: number): SyntheticSet => {
  const fromCrowd = () => oneOf(draw, crowd[draw.whole(0, crowd.length - 1)] ?? []);
  const everyCrowd = crowd.flatMap(([open, middle, close]) =>
    (middle ?? []).map((word) => [open?.[0], word, close?.[0]].join(" ")),
  );
  const stories = farApart(draw, [], size);
  const originals = draw.shuffle([...everyCrowd, ...everyCrowd, ...everyCrowd, ...stories]);
  const copies = stories
    .slice(0, 10)
    .map((text) => ({ text: inNewClothes(draw, text), isCopy: true }));
  const others = [...farApart(draw, stories, 8), ...Array.from({ length: size }, fromCrowd)].map(
    (text) => ({ text, isCopy: false }),
  );
  const all = draw
    .shuffle([...copies, ...others])
    .map((one, at) => ({ id: `s${100 + at}`, ...one }));
  return {
    originals: originals.map((text, at) => ({ id: `o${100 + at}`, text })),
    synthetic: all.map(({ id, text }) => ({ id, text })),
    copies: new Set(all.flatMap(({ id, isCopy }) => (isCopy ? [id] : []))),
  };
};

/** Three of five parts in common would be a copy that nobody meant. */
const farApart = (draw: Draw, known: readonly string[], count: number): readonly string[] => {
  const found: string[] = [];
  for (let tried = 0; found.length < count && tried < 4000; tried += 1) {
    const text = oneOf(draw, odd);
    if ([...known, ...found].every((other) => commonParts(text, other) < 3)) found.push(text);
  }
  return found;
};

const commonParts = (one: string, other: string): number =>
  odd.flat().filter((part) => one.includes(part) && other.includes(part)).length;
