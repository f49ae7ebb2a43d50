import type { ContentPiece } from "@checkride/api/content";
import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { FilterBar } from "../../design/filter-bar.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { Pager } from "../../design/pager.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { SearchField } from "../../design/search-field.tsx";
import { useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import "./content.css";

const columns: readonly Column<ContentPiece>[] = [
  {
    key: "title",
    title: "File",
    isRowHeader: true,
    cell: ({ ref, title }) => (
      <>
        <Link to="/content/piece" search={{ ref }}>
          {title}
        </Link>
        <span className="content-more mono">{ref}</span>
      </>
    ),
  },
  {
    key: "version",
    title: "Version",
    cell: ({ version }) => <span className="mono">{version.slice(0, 12)}</span>,
  },
  {
    key: "since",
    title: "In force since",
    align: "end",
    cell: ({ since }) => <Moment as="minute" at={since} />,
  },
];

export const PiecesPage = () => {
  const [{ search = "" }, change] = useSearchParams();
  const setSearch = useCallback((text: string) => change({ search: text || undefined }), [change]);
  const cursors = useCursors(search);
  const query = { search, limit: 50, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) };
  const answer = useQueryAnswer("GET /api/content/pieces", { query }, { keepPrevious: true });
  const { value } = answer;
  const next = value?.nextCursor ?? null;
  return (
    <Page
      kicker={
        <>
          <Link to="/content">Content health</Link> · Files
        </>
      }
      sentence="Every file that is served, in the version in force."
      sub="Older versions stay readable, so that it can be shown what somebody had before them on a day."
    >
      <FilterBar label="files" onClear={search ? () => change({ search: undefined }) : null}>
        <SearchField label="Search by name or title" value={search} onSettled={setSearch} />
      </FilterBar>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the files" lines={8} /> : null}
      {value?.items.length === 0 ? <Empty title="No file fits." /> : null}
      {value && value.items.length > 0 ? (
        <>
          <DataTable
            caption="Files in force"
            columns={columns}
            rows={value.items}
            keyOf={({ ref }) => ref}
          />
          <Pager
            shown={`${cursors.pagesBefore * 50 + 1}–${cursors.pagesBefore * 50 + value.items.length}, by name`}
            onPrevious={cursors.goBack}
            onNext={next === null ? null : () => cursors.goNext(next)}
          />
        </>
      ) : null}
    </Page>
  );
};
