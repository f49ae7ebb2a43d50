import type { Slide, Slider } from "@checkride/rules/exercise";
import { z } from "zod";
import { checkSlider } from "./check-slider.ts";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { common, finite, line, variableName } from "./shapes.ts";

const digits = z
  .int({ error: "a whole number from 0 to 6" })
  .min(0, { error: "a whole number from 0 to 6" })
  .max(6, { error: "a whole number from 0 to 6" });

export const sliderShape = z.strictObject(
  {
    ...common,
    sliders: z
      .array(
        z.strictObject(
          {
            id: variableName,
            title: line,
            from: finite,
            to: finite,
            step: finite.positive({ error: "a number above 0" }),
            start: finite,
            unit: line.optional(),
          },
          { error: "made of `id`, `title`, `from`, `to`, `step` and `start`" },
        ),
        { error: "a list of sliders" },
      )
      .min(1, { error: "a list with a slider in it" }),
    results: z
      .array(
        z.strictObject(
          {
            id: variableName,
            title: line,
            formula: line,
            unit: line.optional(),
            digits: digits.optional(),
          },
          { error: "made of `id`, `title` and `formula`" },
        ),
        { error: "a list of results" },
      )
      .min(1, { error: "a list with a result in it" }),
    curve: z
      .strictObject(
        {
          over: variableName,
          results: z.array(variableName, { error: "a list of results" }),
          title: line,
        },
        { error: "made of `over`, `results` and `title`" },
      )
      .optional(),
    goals: z
      .array(
        z.strictObject({ formula: line, says: line }, { error: "made of `formula` and `says`" }),
        { error: "a list of goals" },
      )
      .optional(),
    why: line,
  },
  { error: "a `slider` exercise" },
);

export type SliderShape = z.infer<typeof sliderShape>;

export const readSlider = (shape: SliderShape, desk: ExerciseDesk): Slide => {
  const slide = slideOf(shape, desk);
  checkSlider(slide, desk);
  return slide;
};

const slideOf = (shape: SliderShape, desk: ExerciseDesk): Slide => ({
  kind: "slider",
  sliders: shape.sliders.map((slider): Slider => ({ ...slider, unit: slider.unit ?? null })),
  results: shape.results.map((result) => ({
    ...result,
    unit: result.unit ?? null,
    digits: result.digits ?? 2,
  })),
  curve: shape.curve ?? null,
  goals: (shape.goals ?? []).map(({ formula, says }, index) => ({
    formula,
    says: desk.rich(says, ["goals", index, "says"]),
  })),
  why: desk.rich(shape.why, ["why"]),
});
