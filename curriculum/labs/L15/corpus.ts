import type { Draw } from "@checkride/range/draw";
import type { Chunk } from "./index-outside.ts";

/** Two companies whose groups are called alike, and a question about which many of them have written. */
export type Place = {
  readonly own: string;
  readonly foreign: string;
  readonly group: string;
  readonly closed: string;
  readonly words: readonly string[];
  readonly question: string;
};

export const drawPlace = (draw: Draw): Place => {
  const words = [draw.word(6), draw.word(7), draw.word(5)];
  return {
    own: draw.word(5),
    foreign: draw.word(6),
    group: draw.pick(["sales", "support", "people"]),
    closed: draw.pick(["board", "legal"]),
    words,
    question: `${words.join(" ")}?`,
  };
};

const filler = [
  "it was decided",
  "see the plan",
  "as every year",
  "nobody objected",
  "on paper",
] as const;

type Kind = Pick<Chunk, "tenant" | "group"> & Partial<Chunk>;

/** A text about the first words of the question, repeated so often. */
export const chunk = (draw: Draw, words: readonly string[], often: number, kind: Kind): Chunk => ({
  id: `c-${draw.word(8)}`,
  source: `d-${draw.word(8)}`,
  title: `Minutes ${draw.whole(1, 99)}`,
  text: `${words.join(" ")} ${draw.pick(filler)}`.concat(
    ` ${words[0] ?? ""}`.repeat(often),
    ` ref ${draw.word(9)}`,
  ),
  state: "live",
  origin: "staff",
  by: draw.word(4),
  ...kind,
});

/** Documents that fit less and less. */
export const shelf = (draw: Draw, { words }: Place, count: number, kind: Kind): readonly Chunk[] =>
  Array.from({ length: count }, (_, at) =>
    chunk(draw, words.slice(0, 1 + (at % words.length)), draw.whole(0, 2), kind),
  );

/** Documents that fit better than all others. */
export const crowd = (draw: Draw, { words }: Place, count: number, kind: Kind): readonly Chunk[] =>
  Array.from({ length: count }, () => chunk(draw, words, draw.whole(4, 9), kind));

/** One long document. */
export const manual = (draw: Draw, place: Place, count: number, kind: Kind): readonly Chunk[] => {
  const source = `d-${draw.word(9)}`;
  return crowd(draw, place, count, kind).map((one) => ({ ...one, source }));
};
