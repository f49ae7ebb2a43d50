import type { QuizTry } from "@checkride/api/quizzes";
import { useState } from "react";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { QuizQuestion } from "./quiz-question.tsx";
import { QuizResultView } from "./quiz-result.tsx";
import "./quiz.css";

const Try = ({ sitting }: { readonly sitting: QuizTry }) => {
  // The question on the page stays there, with its reasons, until somebody goes on.
  const [place, setPlace] = useState<number | null>(sitting.next?.place ?? null);
  if (place === null) {
    return sitting.result ? <QuizResultView sitting={sitting} result={sitting.result} /> : null;
  }
  return (
    <QuizQuestion
      key={place}
      sitting={sitting}
      place={place}
      onNext={() => setPlace(sitting.next?.place ?? null)}
    />
  );
};

export const QuizTryPage = ({ tryId }: { readonly tryId: string }) => {
  const sitting = useQueryAnswer("GET /api/quiz-tries/{try}", { params: { try: tryId } });
  if (sitting.value) return <Try sitting={sitting.value} />;
  return sitting.problem ? (
    <Page kicker="Quiz" sentence="This try cannot be shown.">
      <ProblemNote problem={sitting.problem} onRetry={sitting.retry} />
    </Page>
  ) : (
    <Loading what="your try" lines={6} />
  );
};
