import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { LessonView } from "./lesson-view.tsx";

export const LessonPage = ({ lessonId }: { readonly lessonId: string }) => {
  const lesson = useQueryAnswer("GET /api/lessons/{lesson}", { params: { lesson: lessonId } });
  if (lesson.value) return <LessonView lesson={lesson.value} />;
  return lesson.problem ? (
    <Page kicker="Lesson" sentence="This lesson cannot be shown.">
      <ProblemNote problem={lesson.problem} onRetry={lesson.retry} />
    </Page>
  ) : (
    <Loading what="the lesson" lines={8} />
  );
};
