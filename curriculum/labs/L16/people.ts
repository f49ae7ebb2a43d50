import type { Draw } from "@checkride/range/draw";
import {
  type Entry,
  fieldsOf,
  type Line,
  memoryIn,
  rules,
  type Step,
  same,
  type Value,
  type World,
} from "./outside.ts";

const likes = [
  "I write British English",
  "my team is called",
  "drafts end with the line",
  "I sign with",
  // As an order would be worded, and still the user's own wish.
  "always send my drafts as plain text, says",
] as const;

export const wish = (draw: Draw): string => `${draw.pick(likes)} ${draw.word(8)}.`;

export const says = (user: string, text: string, gives?: Step["gives"]): Step => ({
  does: "turn",
  user,
  args: { parts: [{ from: "user", text }] },
  ...(gives !== undefined && { gives }),
});

/** One line for each of these texts. */
export const proposes =
  (...texts: readonly string[]) =>
  (value: Value): boolean =>
    Array.isArray(value) &&
    same(
      value.map((one: Value) => fieldsOf(one).get("text") ?? null),
      [...texts],
    );

export const presses = (
  does: "confirm" | "forget",
  user: string,
  line: Line,
  isDone: boolean,
  args: { readonly [key: string]: Value } = {},
): Step => ({ does, user, line, args, gives: (value) => value === isDone });

const memoryOf = (value: Value): readonly ReadonlyMap<string, Value>[] | null =>
  memoryIn(value, rules)?.map(fieldsOf) ?? null;

/** Text, source and whether it is trusted, of each entry; and by which id the log names it. */
export const remembers = (user: string, ...wanted: readonly (readonly Value[])[]): Step => ({
  does: "prompt",
  user,
  gives: (value) => {
    const memory = memoryOf(value);
    const shown = memory?.map((one) => [
      one.get("text") ?? null,
      one.get("source") ?? null,
      one.get("trusted") ?? null,
    ]);
    const hasIds = memory?.every((one) => typeof one.get("id") === "string") === true;
    return (
      hasIds &&
      same(
        shown === undefined ? null : shown,
        wanted.map((one) => [...one]),
      )
    );
  },
});

export const lists = (user: string, ...texts: readonly string[]): Step => ({
  does: "list",
  user,
  gives: proposes(...texts),
});

/** From before anybody asked. */
export const oldEntry = (draw: Draw, user: string, text: string): Entry => ({
  id: `old-${draw.word(6)}`,
  user,
  text,
});

export const addedNothing = ({ added, entries }: World, before = 0): boolean =>
  added.length === 0 && entries.size === before;
