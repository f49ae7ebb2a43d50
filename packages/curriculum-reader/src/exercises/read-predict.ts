import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Predict } from "@checkride/rules/exercise";
import { z } from "zod";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { code, common, finite, line, scalar } from "./shapes.ts";

export const predictShape = z.strictObject(
  {
    ...common,
    number: z
      .strictObject(
        {
          truth: finite,
          unit: line.optional(),
          close: finite.nonnegative({ error: "a number from 0" }).optional(),
        },
        { error: "made of `truth`, `unit` and `close`" },
      )
      .optional(),
    options: z
      .array(scalar, { error: "a list of texts" })
      .min(2, { error: "two or more" })
      .optional(),
    truth: scalar.optional(),
    reveal: code,
  },
  { error: "a `predict` exercise" },
);

type PredictShape = z.infer<typeof predictShape>;

export const readPredict = (shape: PredictShape, desk: ExerciseDesk): Predict => ({
  kind: "predict",
  guess: readGuess(shape, desk),
  reveal: desk.prose(shape.reveal, ["reveal"]),
});

const readGuess = (
  { number, options, truth }: PredictShape,
  desk: ExerciseDesk,
): Predict["guess"] => {
  if ((number === undefined) === (options === undefined)) {
    desk.report([], "a guess is either a `number` or one of `options`", {
      cure: number === undefined ? "add one of the two" : "remove one of the two",
    });
  }
  if (number !== undefined) {
    return {
      kind: "number",
      truth: number.truth,
      unit: number.unit ?? null,
      close: number.close ?? 0,
    };
  }
  const texts = options ?? [];
  return {
    kind: "one-of",
    options: texts.map((text, index) => desk.rich(text, ["options", index])),
    truth: readTruth(truth, texts, desk),
  };
};

const readTruth = (
  truth: string | undefined,
  options: readonly string[],
  desk: ExerciseDesk,
): number => {
  const index = truth === undefined ? -1 : options.indexOf(truth);
  if (truth === undefined && options.length > 0) {
    desk.report([], "`truth` is missing: which of the options is it", {
      cure: `add truth: ${options[0] ?? ""}`,
    });
  } else if (truth !== undefined && index === -1 && options.length > 0) {
    const meant = didYouMean(truth, options);
    desk.report(["truth"], `\`${truth}\` is none of the options`, {
      meant,
      cure: "write one of the options, word for word",
    });
  }
  return Math.max(0, index);
};
