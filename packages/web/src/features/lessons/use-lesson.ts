import type { LessonView } from "@checkride/api/lessons";
import type { Answer } from "@checkride/rules/answer";
import type { Sent } from "../../exercises/use-exercise.ts";
import { client } from "../../shell/query.ts";
import { keepAnswer, keepProgress } from "./lesson-cache.ts";
import { useLessonClock } from "./use-lesson-clock.ts";

export type LessonDesk = {
  /** Keeps where somebody is, and the step that they have behind them. */
  readonly report: (change: { readonly at?: string; readonly seen?: readonly string[] }) => void;
  readonly answer: (exercise: string, answer: Answer) => Promise<Sent>;
};

/** What is said to the server while a lesson is done. */
export const useLesson = ({ id }: Pick<LessonView, "id">): LessonDesk => {
  const params = { lesson: id };
  const report: LessonDesk["report"] = ({ at, seen = [] }) => {
    const seconds = takeSeconds();
    if (at === undefined && seen.length === 0 && seconds.visibleSeconds === 0) return;
    const body = { ...seconds, seen: [...seen], ...(at === undefined ? {} : { at }) };
    // Where somebody stopped is worth keeping, but nothing to stop anybody for: the next report carries the place.
    void client("POST /api/lessons/{lesson}/progress", { params, body }).then((kept) => {
      if (kept.ok) keepProgress(id, kept.value);
    });
  };
  const takeSeconds = useLessonClock(() => report({}));
  const answer: LessonDesk["answer"] = async (exercise, given) => {
    const sent = await client("POST /api/lessons/{lesson}/answers", {
      params,
      body: { exercise, answer: given },
    });
    if (!sent.ok) return sent;
    keepAnswer(id, sent.value.answer);
    keepProgress(id, sent.value.progress);
    return { ok: true, given: sent.value.answer };
  };
  return { report, answer };
};
