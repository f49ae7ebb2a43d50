import type { Match } from "@checkride/rules/exercise";
import { z } from "zod";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { common, line } from "./shapes.ts";

export const matchShape = z.strictObject(
  {
    ...common,
    pairs: z
      .array(
        z.strictObject(
          { left: line, right: line, why: line },
          { error: "made of `left`, `right` and `why`" },
        ),
        { error: "a list of pairs" },
      )
      .min(2, { error: "a list of two or more pairs" }),
    extra: z.array(line, { error: "a list of texts" }).optional(),
  },
  { error: "a `match` exercise" },
);

export const readMatch = (
  { pairs, extra = [] }: z.infer<typeof matchShape>,
  desk: ExerciseDesk,
): Match => {
  pairs.forEach(({ left }, index) => {
    if (pairs.findIndex((other) => other.left === left) !== index) {
      desk.report(["pairs", index, "left"], "this left side is written twice", {
        cure: "write what differs, or remove one",
      });
    }
  });
  extra.forEach((text, index) => {
    if (pairs.some(({ right }) => right === text)) {
      desk.report(
        ["extra", index],
        "this is the right side of a pair, so it belongs to something",
        {
          cure: "remove it from `extra`",
        },
      );
    }
  });
  return {
    kind: "match",
    pairs: pairs.map(({ left, right, why }, index) => ({
      left: desk.rich(left, ["pairs", index, "left"]),
      right: desk.rich(right, ["pairs", index, "right"]),
      why: desk.rich(why, ["pairs", index, "why"]),
    })),
    extra: extra.map((text, index) => desk.rich(text, ["extra", index])),
  };
};
