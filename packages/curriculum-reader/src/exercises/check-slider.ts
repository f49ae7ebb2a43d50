import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Slide } from "@checkride/rules/exercise";
import type { Formula, FormulaValues } from "@checkride/rules/formula";
import { holds, parseFormula, parseResults } from "@checkride/rules/formula";
import type { Path } from "../fault.ts";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { positionsOf } from "./slider-positions.ts";

/** Formulas that can be read, names that exist, and goals that are to be reached and can be. */
export const checkSlider = (slide: Slide, desk: ExerciseDesk): void => {
  checkRanges(slide, desk);
  checkNames(slide, desk);
  const names = slide.sliders.map(({ id }) => id);
  let isSound = true;
  const read = (formula: string, path: Path): Formula | null => {
    const parsed = parseFormula(formula, names);
    if (parsed.ok) return parsed.value;
    isSound = false;
    const { says, cure } = parsed.error;
    desk.reportInside(path, formula, parsed.error, says, { cure });
    return null;
  };
  slide.results.forEach(({ id, formula }, index) => {
    read(formula, ["results", index, "formula"]);
    names.push(id);
  });
  const goals = slide.goals.flatMap(
    ({ formula }, index) => read(formula, ["goals", index, "formula"]) ?? [],
  );
  if (isSound && goals.length > 0) checkGoals(slide, goals, desk);
};

const checkRanges = ({ sliders }: Slide, desk: ExerciseDesk): void => {
  sliders.forEach(({ from, to, step, start }, index) => {
    if (from >= to) {
      desk.report(["sliders", index, "to"], "`to` must be larger than `from`", {
        cure: `write a number above ${from}`,
      });
    } else if (step > to - from) {
      desk.report(["sliders", index, "step"], "the step is wider than the slider", {
        cure: `write a number up to ${to - from}`,
      });
    } else if (start < from || start > to) {
      desk.report(["sliders", index, "start"], "the slider starts outside of its range", {
        cure: `write a number from ${from} to ${to}`,
      });
    }
  });
};

const checkNames = ({ sliders, results, curve }: Slide, desk: ExerciseDesk): void => {
  const ids = [...sliders, ...results].map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) === index) return;
    const path =
      index < sliders.length ? ["sliders", index, "id"] : ["results", index - sliders.length, "id"];
    desk.report(path, `\`${id}\` is there twice`, { cure: "give one another id" });
  });
  if (curve === null) return;
  const known = (id: string, of: readonly { readonly id: string }[], path: Path, noun: string) => {
    if (of.some((one) => one.id === id)) return;
    const all = of.map((one) => one.id);
    desk.report(path, `there is no ${noun} \`${id}\``, {
      meant: didYouMean(id, all),
      cure: `write one of ${all.join(", ")}`,
    });
  };
  known(curve.over, sliders, ["curve", "over"], "slider");
  curve.results.forEach((id, index) => {
    known(id, results, ["curve", "results", index], "result");
  });
};

const checkGoals = (slide: Slide, goals: readonly Formula[], desk: ExerciseDesk): void => {
  const compute = parseResults(slide.results, slide.sliders);
  if (!compute.ok) return;
  const isReached = (at: FormulaValues): boolean => {
    const values = compute.value(at);
    return goals.every((goal) => holds(goal, values));
  };
  const start = Object.fromEntries(slide.sliders.map((slider) => [slider.id, slider.start]));
  if (isReached(start)) {
    desk.report(
      ["goals"],
      "the goal is reached where the sliders start, so nothing is to be done",
      {
        cure: "move a `start`, or ask for more",
      },
    );
    return;
  }
  const { isWhole, positions } = positionsOf(slide.sliders);
  for (const at of positions) if (isReached(at)) return;
  desk.report(
    ["goals"],
    isWhole
      ? "no position of the sliders reaches the goal"
      : "of many positions tried, none reaches the goal",
    { severity: isWhole ? "error" : "warning", cure: "widen a slider, or ask for less" },
  );
};
