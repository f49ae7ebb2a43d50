import type { LabLikeness } from "@checkride/api/labs";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../../design/data-table.tsx";
import { Empty } from "../../../design/empty.tsx";
import { Loading } from "../../../design/loading.tsx";
import { Moment } from "../../../design/moment.tsx";
import { Page } from "../../../design/page.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { ShareBar } from "../../../design/share-bar.tsx";
import { useQueryAnswer } from "../../../shell/query.ts";

const Side = ({ side }: { readonly side: LabLikeness["one"] }) => (
  <>
    <Link to="/people/$person" params={{ person: side.person.id }}>
      {side.person.name}
    </Link>{" "}
    <Moment at={side.at} as="minute" />
  </>
);

const columns: readonly Column<LabLikeness>[] = [
  {
    key: "lab",
    title: "Lab",
    isRowHeader: true,
    cell: ({ lab, one, other }) => (
      <Link to="/labs/likenesses/$one/$other" params={{ one: one.attempt, other: other.attempt }}>
        {lab.title}
      </Link>
    ),
  },
  {
    key: "share",
    title: "Alike in what was changed",
    cell: ({ kind, share }) => (kind === "same" ? "the same" : <ShareBar share={share} />),
  },
  { key: "one", title: "The earlier", cell: ({ one }) => <Side side={one} /> },
  { key: "other", title: "The later", cell: ({ other }) => <Side side={other} /> },
];

const sentenceOf = (count: number | null): string => {
  if (count === null) return "Labs that look alike.";
  if (count === 0) return "No two people's labs look alike.";
  return count === 1 ? "Two labs look alike." : `${count} pairs of labs look alike.`;
};

/** Submissions of different people that are the same or nearly. */
export const LikenessesPage = () => {
  const answer = useQueryAnswer("GET /api/lab-likenesses", {});
  const found = answer.value?.likenesses ?? null;
  return (
    <Page
      kicker={<Link to="/labs">Labs</Link>}
      sentence={sentenceOf(found?.length ?? null)}
      sub="A hint to look, not a finding: small labs have few right answers, and people help each other, as they should. Nothing follows from it by itself. Pairs are left out."
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the labs" lines={4} /> : null}
      {found?.length === 0 ? (
        <Empty title="There is nothing to look at.">
          Labs appear here when what two people changed is the same or nearly, white space and names
          aside.
        </Empty>
      ) : null}
      {found && found.length > 0 ? (
        <DataTable
          caption="Labs that look alike"
          columns={columns}
          rows={found}
          keyOf={({ one, other }) => `${one.attempt} ${other.attempt}`}
        />
      ) : null}
    </Page>
  );
};
