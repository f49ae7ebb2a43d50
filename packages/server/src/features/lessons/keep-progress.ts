import type { LessonProgress } from "@checkride/api/lessons";
import type { Database } from "../../platform/database.ts";
import { beatClock, startClock } from "./clock-store.ts";
import { countSeconds, type Reported } from "./count-seconds.ts";
import { finishLesson } from "./finish-lesson.ts";
import { type MyLesson, progressView } from "./my-lesson.ts";
import type { Who } from "./who.ts";

export type Report = Reported & { readonly seen: readonly string[]; readonly at: string | null };

/** Steps that the lesson does not have are forgotten; seconds are those that have really passed. */
export const keepReport = async (
  tx: Database,
  who: Who,
  mine: MyLesson,
  report: Report,
): Promise<LessonProgress> => {
  const { id, steps } = mine.page.lesson;
  const known = new Set(steps.map((step) => step.id));
  const last = report.visibleSeconds > 0 ? await beatClock(tx, who.person, who.now) : null;
  if (report.visibleSeconds === 0) await startClock(tx, who.person, who.now);
  const mark = {
    ...who,
    ...countSeconds(report, last, who.now),
    lesson: id,
    seen: report.seen.filter((step) => known.has(step)),
    at: report.at !== null && known.has(report.at) ? report.at : null,
    answered: [],
  };
  const nothing = async () => null;
  return progressView(mine, (await finishLesson(tx, who, mine, mark, nothing)).progress);
};
