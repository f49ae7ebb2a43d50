import { drawItems } from "@checkride/rules/draw-items";
import type { Item } from "@checkride/rules/item";
import type { Lesson } from "@checkride/rules/lesson";
import type { Content } from "../../platform/content.ts";

export type Counts = Readonly<Record<string, number>>;

/** What each step that draws asks for, in the order of the steps. */
export const countsOf = (lesson: Lesson): readonly Counts[] =>
  lesson.steps.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "draw" ? [part.counts] : [])),
  );

type Drawing = {
  readonly seed: string;
  /** 0 at first, one more each time that other questions were asked for. */
  readonly draw: number;
  readonly lastTry: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

/** For each step that draws, its questions: `0:a1-1` is question a1-1 in the first of them. */
export const drawQuestions = (
  content: Content,
  lesson: Lesson,
  { seed, draw, lastTry, seen }: Drawing,
): readonly string[] => {
  const bank = [...content.items.values()];
  const drawn: string[] = [];
  for (const [index, counts] of countsOf(lesson).entries()) {
    const taken = new Set(drawn.map(itemIdOf));
    const left = bank.filter(({ id }) => !taken.has(id));
    const order = { counts, seed: `${seed} ${draw} ${index}`, lastTry, seen, newSince: null };
    drawn.push(...drawItems(left, order).map(({ id }) => `${index}:${id}`));
  }
  return drawn;
};

export const firstDraw = (content: Content, lesson: Lesson, seed: string): readonly string[] =>
  drawQuestions(content, lesson, { seed, draw: 0, lastTry: none, seen: none });

export const itemIdOf = (drawn: string): string => drawn.slice(drawn.indexOf(":") + 1);

/** The questions of one step; one that has left the bank since is left out. */
export const itemsOfStep = (
  content: Content,
  drawn: readonly string[],
  index: number,
): readonly Item[] =>
  drawn
    .filter((one) => one.startsWith(`${index}:`))
    .flatMap((one) => content.items.get(itemIdOf(one)) ?? []);
