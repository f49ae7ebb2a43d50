import type { Choose, Option } from "@checkride/rules/exercise";
import { z } from "zod";
import type { Path } from "../fault.ts";
import type { ExerciseDesk } from "./exercise-desk.ts";
import type { OptionShape } from "./shapes.ts";
import { common, line, options } from "./shapes.ts";

export const chooseShape = z.strictObject(
  {
    ...common,
    many: z.boolean({ error: "true or false" }).optional(),
    options,
    because: z
      .strictObject({ ask: line, options }, { error: "made of `ask` and `options`" })
      .optional(),
  },
  { error: "a `choose` exercise" },
);

export const readChoose = (
  { many = false, options: shown, because }: z.infer<typeof chooseShape>,
  desk: ExerciseDesk,
): Choose => {
  checkOptions(shown, many, ["options"], desk);
  if (because !== undefined) checkOptions(because.options, false, ["because", "options"], desk);
  return {
    kind: "choose",
    many,
    options: readOptions(shown, ["options"], desk),
    because:
      because === undefined
        ? null
        : {
            ask: desk.rich(because.ask, ["because", "ask"]),
            options: readOptions(because.options, ["because", "options"], desk),
          },
  };
};

const readOptions = (
  shapes: readonly OptionShape[],
  path: Path,
  desk: ExerciseDesk,
): readonly Option[] =>
  shapes.map(({ text, right = false, why }, index) => ({
    text: desk.rich(text, [...path, index, "text"]),
    right,
    why: desk.rich(why, [...path, index, "why"]),
  }));

const checkOptions = (
  shapes: readonly OptionShape[],
  many: boolean,
  path: Path,
  { report }: ExerciseDesk,
): void => {
  const right = shapes.filter((option) => option.right === true).length;
  if (right === 0) {
    report(path, "no option is right", { cure: "write `right: true` at one" });
  } else if (right === shapes.length) {
    report(path, "every option is right, so nothing is asked", {
      cure: "add a mistake that somebody really makes",
    });
  } else if (right > 1 && !many) {
    const second = shapes.findLastIndex((option) => option.right === true);
    report([...path, second, "right"], `${right} options are right, but only one can be picked`, {
      cure:
        path.length === 1 ? "write `many: true`, or leave one right" : "leave one of them right",
    });
  }
  shapes.forEach(({ text }, index) => {
    if (shapes.findIndex((other) => other.text === text) !== index) {
      report([...path, index, "text"], "this option is written twice", { cure: "remove one" });
    }
  });
};
