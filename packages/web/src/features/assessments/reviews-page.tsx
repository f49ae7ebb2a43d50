import type { ToReview } from "@checkride/api/written";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import "./assessment.css";

const columns: readonly Column<ToReview>[] = [
  {
    key: "title",
    title: "Text",
    isRowHeader: true,
    cell: ({ id, title }) => (
      <Link to="/reviews/$submission" params={{ submission: id }}>
        {title}
      </Link>
    ),
  },
  {
    key: "reviewed",
    title: "Reviews",
    cell: ({ reviewed, reviewsNeeded }) => `${reviewed} of ${reviewsNeeded}`,
  },
  {
    key: "submitted",
    title: "Handed in",
    align: "end",
    cell: ({ submittedAt }) => <Moment as="minute" at={submittedAt} />,
  },
];

const sentenceOf = (count: number | null): string => {
  if (count === null) return "Texts that wait for a review.";
  if (count === 0) return "No text waits for your review.";
  return count === 1 ? "One text waits for your review." : `${count} texts wait for your review.`;
};

export const ReviewsPage = () => {
  const answer = useQueryAnswer("GET /api/reviews", {});
  const texts = answer.value?.submissions ?? null;
  return (
    <Page
      kicker="Reviews"
      sentence={sentenceOf(texts?.length ?? null)}
      sub="You judge a text by six points, without knowing whose it is. Each is read by two; where they are far apart, by a third."
      actions={<LinkButton to="/reviews/labs">Labs that wait for acceptance</LinkButton>}
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the texts" lines={4} /> : null}
      {texts?.length === 0 ? (
        <Empty title="The queue is empty.">
          A text appears here when somebody hands in a written assessment.
        </Empty>
      ) : null}
      {texts && texts.length > 0 ? (
        <DataTable
          caption="Texts that wait for your review"
          columns={columns}
          rows={texts}
          keyOf={({ id }) => id}
        />
      ) : null}
    </Page>
  );
};
