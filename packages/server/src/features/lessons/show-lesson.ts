import type { LessonDeps } from "./deps.ts";
import { lessonPage } from "./lesson-page.ts";
import { answerView, shown } from "./marking.ts";
import { myLesson, progressView, standingAnswers } from "./my-lesson.ts";
import { seedOf } from "./seed-of.ts";
import { mineKey } from "./store.ts";
import { fillIn } from "./written-out.ts";

export const placeOfLesson = (lesson: string): string => `lesson/${lesson}`;

/** As JSON text; null: there is no such lesson. */
export const showLesson = async (
  deps: LessonDeps,
  id: string,
  person: string,
): Promise<string | null> => {
  const content = deps.content();
  const page = lessonPage(content, id);
  if (!page) return null;
  const place = placeOfLesson(id);
  const known = (await deps.readMine(mineKey(person, place))) ?? { progress: null, answers: [] };
  const seed = seedOf(deps.shuffleKey, person, place);
  const mine = myLesson(content, page, seed, known.progress?.drawn ?? null);
  return fillIn(page.written, (hole) => {
    if (hole === "progress") return progressView(mine, known.progress);
    if (hole === "answers") {
      return standingAnswers(mine, known.answers).flatMap((row) => {
        const asked = mine.questions.get(row.exercise);
        return asked ? [answerView(asked, row, seed)] : [];
      });
    }
    const [kind, name = ""] = hole.split(":");
    if (kind === "draw") return (mine.drawn[Number(name)] ?? []).map((one) => shown(one, seed));
    const asked = page.exercises.get(name);
    return asked ? shown(asked, seed) : null;
  });
};
