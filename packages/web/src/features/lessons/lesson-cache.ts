import type { GivenAnswer } from "@checkride/api/given-answers";
import type { LessonProgress, LessonView } from "@checkride/api/lessons";
import { queryClient } from "../../shell/query.ts";

const keyOf = (lesson: string) => ["GET /api/lessons/{lesson}", { params: { lesson } }];

const change = (lesson: string, next: (before: LessonView) => LessonView): void => {
  queryClient.setQueryData<LessonView>(keyOf(lesson), (before) => before && next(before));
};

/** What was answered is put beside what is known already: nothing has to be asked again. */
export const keepAnswer = (lesson: string, answer: GivenAnswer): void =>
  change(lesson, (before) => ({
    ...before,
    answers: [...before.answers.filter((one) => one.exercise !== answer.exercise), answer],
  }));

/** Once a lesson is done, the track and one's standing may look different. */
export const keepProgress = (lesson: string, progress: LessonProgress): void => {
  const before = queryClient.getQueryData<LessonView>(keyOf(lesson));
  change(lesson, (known) => ({ ...known, progress }));
  if (before?.progress.state === progress.state) return;
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === "string" && /^GET \/api\/(tracks|modules|standing)/.test(name),
  });
};

export const keepDraw = (
  lesson: string,
  step: string,
  exercises: Extract<LessonView["steps"][number]["parts"][number], { kind: "draw" }>["exercises"],
): void =>
  change(lesson, (before) => ({
    ...before,
    steps: before.steps.map((one) =>
      one.id === step
        ? {
            ...one,
            parts: one.parts.map((part) => (part.kind === "draw" ? { ...part, exercises } : part)),
          }
        : one,
    ),
  }));
