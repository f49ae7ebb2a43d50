import type { FeedbackView, MyFeedback } from "@checkride/api/feedback";
import type { Content } from "../../platform/content.ts";
import type { FeedbackRow } from "./store.ts";

export const mineOf = (row: FeedbackRow): MyFeedback => ({
  id: row.id,
  lesson: row.lesson,
  lessonTitle: row.lessonTitle,
  step: row.step,
  stepTitle: row.stepTitle,
  kind: row.kind,
  text: row.text,
  givenAt: row.givenAt.toISOString(),
  state: row.state,
  note: row.note,
  answeredAt: row.answeredAt?.toISOString() ?? null,
});

export const viewOf = (row: FeedbackRow, content: Content): FeedbackView => {
  const module = content.modules.get(row.module);
  return {
    ...mineOf(row),
    module: row.module,
    moduleTitle: module?.title ?? row.module,
    owner: content.lessons.get(row.lesson)?.owner ?? module?.owner ?? null,
    version: row.version,
    changedSince: content.lessons.get(row.lesson)?.version !== row.version,
  };
};
