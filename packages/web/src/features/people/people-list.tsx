import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Pager } from "../../design/pager.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { type Cursors, useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { useSession } from "../../shell/session.tsx";
import { type CertificateChoice, PeopleFilters } from "./people-filters.tsx";
import { peopleQuery } from "./people-query.ts";
import { PeopleTable } from "./people-table.tsx";

const pageSize = 50;

const shownText = (cursors: Cursors, count: number, total: number): string => {
  const first = cursors.pagesBefore * pageSize + 1;
  return `${first}–${first + count - 1} of ${total.toLocaleString("en-GB")}`;
};

const NobodyFound = ({ isFiltered }: { readonly isFiltered: boolean }) => {
  const { can } = useSession();
  return isFiltered ? (
    <Empty title="Nobody fits these filters.">Take one away to see more people.</Empty>
  ) : (
    <Empty
      title="Nobody is here yet."
      actions={
        can("people:write") ? <LinkButton to="/people/import">Import a CSV file</LinkButton> : null
      }
    >
      Add people one by one or all at once from a CSV file. Each gets a link that signs them in
      once.
    </Empty>
  );
};

export const PeopleList = ({
  certificates,
}: {
  readonly certificates: readonly CertificateChoice[];
}) => {
  const [params] = useSearchParams();
  const query = peopleQuery(params);
  const cursors = useCursors(JSON.stringify(query));
  const list = useQueryAnswer(
    "GET /api/people",
    { query: { ...query, limit: pageSize, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) } },
    { keepPrevious: true },
  );
  const { value } = list;
  const nextCursor = value?.nextCursor ?? null;
  return (
    <Section
      title="Everybody"
      aside={value ? `${value.total.toLocaleString("en-GB")} found` : null}
    >
      <PeopleFilters certificates={certificates} teams={value?.teams ?? []} />
      {list.problem ? <ProblemNote problem={list.problem} onRetry={list.retry} /> : null}
      {list.isLoading ? <Loading what="people" lines={8} /> : null}
      {value && value.items.length > 0 ? (
        <>
          <PeopleTable rows={value.items} certificates={certificates} />
          <Pager
            shown={shownText(cursors, value.items.length, value.total)}
            onPrevious={cursors.goBack}
            onNext={nextCursor === null ? null : () => cursors.goNext(nextCursor)}
          />
        </>
      ) : null}
      {value && value.items.length === 0 ? (
        <NobodyFound isFiltered={Object.keys(query).length > 0} />
      ) : null}
    </Section>
  );
};
