import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Pager } from "../../design/pager.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { EvidenceFilters } from "./evidence-filters.tsx";
import { evidenceQuery } from "./evidence-query.ts";
import { EvidenceTable } from "./evidence-table.tsx";

const pageSize = 50;

export const EvidenceList = () => {
  const [params] = useSearchParams();
  const query = evidenceQuery(params);
  const cursors = useCursors(JSON.stringify(query));
  const list = useQueryAnswer(
    "GET /api/evidence",
    { query: { ...query, limit: pageSize, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) } },
    { keepPrevious: true },
  );
  const { value } = list;
  const nextCursor = value?.nextCursor ?? null;
  const first = cursors.pagesBefore * pageSize + 1;
  return (
    <Section title="Facts" aside="newest first">
      <EvidenceFilters kinds={value?.kinds ?? []} rows={value?.items ?? []} />
      {list.problem ? <ProblemNote problem={list.problem} onRetry={list.retry} /> : null}
      {list.isLoading ? <Loading what="evidence" lines={8} /> : null}
      {value && value.items.length > 0 ? (
        <>
          <EvidenceTable rows={value.items} />
          <Pager
            shown={`${first.toLocaleString("en-GB")}–${(first + value.items.length - 1).toLocaleString("en-GB")}, newest first`}
            onPrevious={cursors.goBack}
            onNext={nextCursor === null ? null : () => cursors.goNext(nextCursor)}
          />
        </>
      ) : null}
      {value && value.items.length === 0 ? (
        <Empty
          title={
            Object.keys(query).length > 0
              ? "No evidence fits these filters."
              : "Nothing is recorded yet."
          }
        >
          {Object.keys(query).length > 0
            ? "Take one away to see more."
            : "Facts appear here as people sign in, practise and pass gates."}
        </Empty>
      ) : null}
    </Section>
  );
};
