import type { Order } from "@checkride/rules/exercise";
import { z } from "zod";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { common, line } from "./shapes.ts";

export const orderShape = z.strictObject(
  {
    ...common,
    cards: z
      .array(
        z.strictObject(
          { text: line, why: line, together: z.boolean({ error: "true or false" }).optional() },
          { error: "made of `text`, `why` and, where it is so, `together: true`" },
        ),
        { error: "a list of cards" },
      )
      .min(2, { error: "a list of two or more cards" }),
  },
  { error: "an `order` exercise" },
);

export const readOrder = ({ cards }: z.infer<typeof orderShape>, desk: ExerciseDesk): Order => {
  if (cards[0]?.together === true) {
    desk.report(["cards", 0, "together"], "no card stands before the first one", {
      cure: "write `together: true` at the second",
    });
  }
  if (cards.slice(1).every((card) => card.together === true)) {
    desk.report(["cards"], "every order of these cards is right, so nothing is asked", {
      cure: "remove a `together: true`",
    });
  }
  const ranks: number[] = [];
  for (const { together } of cards) {
    const before = ranks.at(-1) ?? 0;
    ranks.push(together === true && ranks.length > 0 ? before : before + 1);
  }
  return {
    kind: "order",
    cards: cards.map(({ text, why }, index) => ({
      text: desk.rich(text, ["cards", index, "text"]),
      rank: ranks[index] ?? index,
      why: desk.rich(why, ["cards", index, "why"]),
    })),
  };
};
