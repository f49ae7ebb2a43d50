import type { TaxonomyCard } from "@checkride/api/coverage";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { CoverageBar, CoverageLegend } from "./coverage-bar.tsx";
import { coverageSentence, stateLooks, states, total } from "./coverage-words.ts";
import "./coverage.css";

const columns: readonly Column<TaxonomyCard>[] = [
  {
    key: "taxonomy",
    title: "List",
    isRowHeader: true,
    cell: ({ id, taxonomy, version, loadedAt }) => (
      <>
        <Link to="/coverage/$taxonomy" params={{ taxonomy: id }}>
          {taxonomy}
        </Link>
        <span className="coverage-version">
          {version}
          {loadedAt ? " · loaded here" : ""}
        </span>
      </>
    ),
  },
  {
    key: "bar",
    title: "Share of entries, 0–100 %",
    cell: ({ counts }) => <CoverageBar counts={counts} />,
  },
  ...states.map(
    (state): Column<TaxonomyCard> => ({
      key: state,
      title: stateLooks[state].word,
      align: "end",
      cell: ({ counts }) => counts[state],
    }),
  ),
  { key: "all", title: "all", align: "end", cell: ({ counts }) => total(counts) },
];

export const CoveragePage = () => {
  const { can } = useSession();
  const answer = useQueryAnswer("GET /api/coverage", {});
  const cards = answer.value?.taxonomies ?? null;
  return (
    <Page
      kicker="Threat coverage"
      sentence={cards ? coverageSentence(cards) : "What is taught against which threat."}
      sub="Each known threat with what teaches it, and how many of the people it concerns have shown that they can meet it."
      actions={
        can("content:write") ? <LinkButton to="/coverage/load">Load a newer list</LinkButton> : null
      }
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the lists" lines={6} /> : null}
      {cards?.length === 0 ? (
        <Empty title="No list of threats is installed.">
          Lists come with the curriculum, or are loaded here.
        </Empty>
      ) : null}
      {cards && cards.length > 0 ? (
        <Section title="Lists of threats and duties">
          <CoverageLegend />
          <DataTable
            caption="Lists of threats with how much of each is taught"
            columns={columns}
            rows={cards}
            keyOf={({ id }) => id}
          />
        </Section>
      ) : null}
    </Page>
  );
};
