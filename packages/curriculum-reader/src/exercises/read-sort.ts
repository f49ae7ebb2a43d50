import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Sort } from "@checkride/rules/exercise";
import { z } from "zod";
import { listOf, oneOrMore } from "../scalar-schemas.ts";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { common, line, name } from "./shapes.ts";

export const sortShape = z.strictObject(
  {
    ...common,
    groups: z
      .record(name, line, { error: "made of `id: title`" })
      .refine((groups) => Object.keys(groups).length >= 2, { error: "two or more groups" }),
    cards: z
      .array(
        z.strictObject(
          { text: line, in: oneOrMore(name, "a group, or a list of groups"), why: line },
          { error: "made of `text`, `in` and `why`" },
        ),
        { error: "a list of cards" },
      )
      .min(2, { error: "a list of two or more cards" }),
  },
  { error: "a `sort` exercise" },
);

export const readSort = (
  { groups, cards }: z.infer<typeof sortShape>,
  desk: ExerciseDesk,
): Sort => {
  const ids = Object.keys(groups);
  const used = new Set(cards.flatMap((card) => listOf(card.in)));
  for (const id of ids) {
    if (!used.has(id)) {
      desk.report(["groups", id], `no card belongs to the group \`${id}\``, {
        cure: "add a card for it, or remove the group",
      });
    }
  }
  return {
    kind: "sort",
    groups: ids.map((id) => ({ id, title: desk.rich(groups[id] ?? id, ["groups", id]) })),
    cards: cards.map((card, index) => {
      checkGroups(listOf(card.in), ids, index, desk);
      return {
        text: desk.rich(card.text, ["cards", index, "text"]),
        groups: listOf(card.in),
        why: desk.rich(card.why, ["cards", index, "why"]),
      };
    }),
  };
};

const checkGroups = (
  written: readonly string[],
  ids: readonly string[],
  card: number,
  desk: ExerciseDesk,
): void => {
  for (const group of written) {
    if (ids.includes(group)) continue;
    const meant = didYouMean(group, ids);
    desk.report(["cards", card, "in"], `there is no group \`${group}\``, {
      meant,
      cure: `write one of ${ids.join(", ")}`,
    });
  }
};
