import type { Database } from "../../platform/database.ts";
import type { LessonDeps } from "./deps.ts";
import { lessonPage } from "./lesson-page.ts";
import { type MyLesson, myLesson } from "./my-lesson.ts";
import { seedOf } from "./seed-of.ts";
import { placeOfLesson } from "./show-lesson.ts";
import { readDrawn } from "./store.ts";

/** Null: there is no such lesson. Only one that draws has to be looked up. */
export const findMyLesson = async (
  db: Database,
  deps: LessonDeps,
  id: string,
  person: string,
): Promise<MyLesson | null> => {
  const content = deps.content();
  const page = lessonPage(content, id);
  if (!page) return null;
  const drawn = page.draws.length === 0 ? null : await readDrawn(db, person, id);
  return myLesson(content, page, seedOf(deps.shuffleKey, person, placeOfLesson(id)), drawn);
};
