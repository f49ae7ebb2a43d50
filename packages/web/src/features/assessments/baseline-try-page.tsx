import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { BaselineQuestion } from "./baseline-question.tsx";
import { BaselineResult } from "./baseline-result.tsx";
import "./assessment.css";

export const BaselineTryPage = ({ tryId }: { readonly tryId: string }) => {
  const found = useQueryAnswer("GET /api/assessment-tries/{try}", { params: { try: tryId } });
  const sitting = found.value;
  if (sitting?.next) {
    return <BaselineQuestion key={sitting.next.place} sitting={sitting} item={sitting.next} />;
  }
  if (sitting?.result) return <BaselineResult sitting={sitting} result={sitting.result} />;
  return found.problem ? (
    <Page kicker="Assessment" sentence="This assessment cannot be shown.">
      <ProblemNote problem={found.problem} onRetry={found.retry} />
    </Page>
  ) : (
    <Loading what="your assessment" lines={6} />
  );
};
