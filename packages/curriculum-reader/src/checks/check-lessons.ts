import type { StepKind } from "@checkride/rules/lesson";
import type { LessonFile } from "../lesson/read-lesson.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault } from "../source-file.ts";
import { faultIn } from "../source-file.ts";
import { hasCode, hasExercise } from "./lesson-parts.ts";

/** What a lesson promises as a whole: its time, and to show, attack and repair. */
export const checkLessons = (sources: Sources): FileFault[] => [
  ...[...sources.lessons.values()].flatMap((file) =>
    file.lesson.steps.length === 0
      ? []
      : [...checkMinutes(file), ...checkForm(file), ...checkDraws(file, sources)],
  ),
  ...[...sources.modules.values()].flatMap((file) => checkSubstance(file, sources)),
];

const checkMinutes = ({ source, lesson: { steps, minutes }, placeOf }: LessonFile): FileFault[] => {
  const sum = steps.reduce((total, step) => total + step.minutes, 0);
  if (sum === minutes) return [];
  const says = `the steps take ${sum} minutes together, the lesson says ${minutes}`;
  const cure = `write ${sum}, or change the minutes of a step`;
  return [faultIn(source, placeOf(["minutes"]), says, { meant: String(sum), cure })];
};

const wanted: readonly StepKind[] = ["see", "attack", "repair"];

const checkForm = ({ source, lesson: { steps }, stepPlaces }: LessonFile): FileFault[] => {
  const kinds = new Set(steps.map(({ kind }) => kind));
  const isTechnical = wanted.some((kind) => kinds.has(kind)) && steps.some(hasCode);
  const place = stepPlaces[0];
  if (!isTechnical || place === undefined) return [];
  return wanted.flatMap((kind) => {
    if (kinds.has(kind)) return [];
    const word = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
    const says = `a lesson with code shows a weakness, attacks and repairs it; there is no ${word} step`;
    const cure = `add a step: ## ${word}: its title (5 min)`;
    return [faultIn(source, place, says, { severity: "warning", cure })];
  });
};

const checkDraws = ({ source, lesson, stepPlaces }: LessonFile, { banks }: Sources): FileFault[] =>
  lesson.steps.flatMap(({ parts }, index) =>
    parts.flatMap((part) => {
      const place = stepPlaces[index];
      if (part.kind !== "draw" || place === undefined) return [];
      return Object.entries(part.counts).flatMap(([competency, count]) => {
        const there = banks
          .filter((bank) => bank.competency === competency)
          .reduce((total, bank) => total + bank.items.length, 0);
        if (there >= count) return [];
        const says = `${count} questions of ${competency} are drawn, the bank has ${there}`;
        const cure = `draw fewer, or add questions to items/${competency.toLowerCase()}.yaml`;
        return [faultIn(source, place, says, { cure })];
      });
    }),
  );

/** A module that only talks is not one. */
const checkSubstance = (
  { value, faultAt }: Sources["modules"] extends ReadonlyMap<string, infer F> ? F : never,
  { lessons }: Sources,
): FileFault[] => {
  const steps = value.lessons.flatMap((id) => lessons.get(id)?.lesson.steps ?? []);
  if (steps.length === 0 || steps.some((step) => hasCode(step) || hasExercise(step))) return [];
  const says = "no lesson of this module has code or an exercise";
  return [faultAt(["lessons"], says, { cure: "give it something to do" })];
};
