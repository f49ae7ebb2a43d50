import type { LabToReview } from "@checkride/api/lab-oversight";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../../design/data-table.tsx";
import { Empty } from "../../../design/empty.tsx";
import { Loading } from "../../../design/loading.tsx";
import { Moment } from "../../../design/moment.tsx";
import { Page } from "../../../design/page.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { useQueryAnswer } from "../../../shell/query.ts";

const columns: readonly Column<LabToReview>[] = [
  {
    key: "lab",
    title: "Lab",
    isRowHeader: true,
    cell: ({ attempt, lab }) => (
      <Link to="/reviews/labs/$attempt" params={{ attempt }}>
        {lab.title}
      </Link>
    ),
  },
  { key: "number", title: "Attempt", cell: ({ number }) => number },
  {
    key: "at",
    title: "Handed in",
    align: "end",
    cell: ({ at }) => <Moment as="minute" at={at} />,
  },
];

const sentenceOf = (count: number | null): string => {
  if (count === null) return "Labs that wait for acceptance.";
  if (count === 0) return "No lab waits for your acceptance.";
  return count === 1
    ? "One lab waits for your acceptance."
    : `${count} labs wait for your acceptance.`;
};

/** Labs in which every check holds and a person has the last word. */
export const LabReviewsPage = () => {
  const answer = useQueryAnswer("GET /api/lab-reviews", {});
  const found = answer.value?.submissions ?? null;
  return (
    <Page
      kicker={<Link to="/reviews">Reviews</Link>}
      sentence={sentenceOf(found?.length ?? null)}
      sub="In some labs the checks see that all parts are there, and a person sees whether they make sense. Authors are not named."
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the labs" lines={4} /> : null}
      {found?.length === 0 ? (
        <Empty title="The queue is empty.">
          A lab appears here once all its checks hold. Your own never do.
        </Empty>
      ) : null}
      {found && found.length > 0 ? (
        <DataTable
          caption="Labs that wait for your acceptance"
          columns={columns}
          rows={found}
          keyOf={({ attempt }) => attempt}
        />
      ) : null}
    </Page>
  );
};
