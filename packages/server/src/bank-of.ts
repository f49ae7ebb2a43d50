import { createHash } from "node:crypto";
import type { Lesson } from "@checkride/rules/lesson";
import type { Bank } from "./platform/bank.ts";
import type { Content } from "./platform/content.ts";

/** What is measured, and what teaches and practises it. */
export type Measured = {
  readonly bank: Bank;
  /** By lesson and by lab: the competencies that it is about. */
  readonly taught: ReadonlyMap<string, readonly string[]>;
  readonly practised: ReadonlyMap<string, readonly string[]>;
};

/** A lab is about what the lessons that lead to it are about. */
const practisedIn = (lessons: Iterable<Lesson>): ReadonlyMap<string, readonly string[]> => {
  const practised = new Map<string, readonly string[]>();
  for (const { steps, competencies } of lessons) {
    const labs = steps.flatMap(({ parts }) => parts.filter(({ kind }) => kind === "lab"));
    for (const part of labs) {
      if (part.kind !== "lab") continue;
      const known = practised.get(part.id) ?? [];
      practised.set(part.id, [...new Set([...known, ...competencies])]);
    }
  }
  return practised;
};

const measuredIn = (content: Content): Measured => {
  const hash = createHash("sha256");
  const items = [...content.items.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, version } of items) hash.update(`${id} ${version}\n`);
  return {
    bank: {
      items: content.items,
      competencies: [...content.competencies.values()],
      draws: content.quizDraws,
      version: hash.digest("hex"),
    },
    taught: new Map([...content.lessons].map(([id, { competencies }]) => [id, competencies])),
    practised: practisedIn(content.lessons.values()),
  };
};

/** Worked out once for the content in force. */
export const makeMeasured = (content: () => Content): (() => Measured) => {
  let known: { readonly content: Content; readonly measured: Measured } | null = null;
  return () => {
    const now = content();
    if (known?.content !== now) known = { content: now, measured: measuredIn(now) };
    return known.measured;
  };
};
