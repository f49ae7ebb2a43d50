import type { ContentChange } from "@checkride/api/content";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { FilterBar } from "../../design/filter-bar.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { Pager } from "../../design/pager.tsx";
import { Pill } from "../../design/pill.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Select } from "../../design/select.tsx";
import { useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { changeLooks, changeVerbs } from "./content-words.ts";
import "./content.css";

const states = ["waiting", "in-force", "refused", "overtaken"] as const;
const stateOptions = [
  { value: "", label: "All states" },
  ...states.map((value) => ({ value, label: changeLooks[value].word })),
];

export const ChangeState = ({ change }: { readonly change: ContentChange }) => {
  const { tone, glyph, word } = changeLooks[change.state];
  return (
    <Pill tone={tone} glyph={glyph}>
      {word}
    </Pill>
  );
};

const columns: readonly Column<ContentChange>[] = [
  {
    key: "title",
    title: "What",
    isRowHeader: true,
    cell: ({ id, title, ref }) => (
      <>
        <Link to="/content/changes/$change" params={{ change: id }}>
          {title}
        </Link>
        <span className="content-more mono">{ref}</span>
      </>
    ),
  },
  { key: "kind", title: "Kind", cell: ({ kind }) => changeVerbs[kind] },
  { key: "state", title: "State", cell: (change) => <ChangeState change={change} /> },
  {
    key: "approvals",
    title: "Approvals",
    cell: ({ approvals, approvalsNeeded }) =>
      approvalsNeeded === 0 ? "none asked" : `${approvals.length} of ${approvalsNeeded}`,
  },
  {
    key: "found",
    title: "Found",
    align: "end",
    cell: ({ foundAt }) => <Moment as="minute" at={foundAt} />,
  },
];

const sentenceOf = (state: string, count: number | null, hasMore: boolean): string => {
  if (count === null) return "Changes of the content.";
  const number = hasMore ? `More than ${count}` : String(count);
  if (state === "waiting") {
    if (count === 0) return "No change waits for approval.";
    return `${number} ${count === 1 ? "change waits" : "changes wait"} for approval.`;
  }
  if (count === 0) return state ? "No change is in this state." : "Nothing has changed yet.";
  return `${number} ${count === 1 ? "change" : "changes"} of the content.`;
};

const asksWords = (
  asks: { readonly approvals: number; readonly roles: readonly string[] } | null,
) =>
  asks === null
    ? "The policy lets changes come into force at once; each is recorded with its version."
    : `The policy asks for ${asks.approvals === 1 ? "one approval" : `${asks.approvals} approvals`} by ${asks.roles.join(" or ")}. Until then the version before is shown.`;

export const ChangesPage = () => {
  const [{ state = "" }, change] = useSearchParams();
  const known = states.find((one) => one === state);
  const cursors = useCursors(state);
  const answer = useQueryAnswer(
    "GET /api/content/changes",
    {
      query: {
        limit: 50,
        ...(known ? { state: known } : {}),
        ...(cursors.cursor ? { cursor: cursors.cursor } : {}),
      },
    },
    { keepPrevious: true },
  );
  const { value } = answer;
  const next = value?.nextCursor ?? null;
  return (
    <Page
      kicker={
        <>
          <Link to="/content">Content health</Link> · Changes
        </>
      }
      sentence={sentenceOf(state, value?.items.length ?? null, next !== null)}
      sub={value ? asksWords(value.asks) : null}
    >
      <FilterBar label="changes" onClear={state ? () => change({ state: undefined }) : null}>
        <Select
          label="State"
          value={state}
          options={stateOptions}
          onChange={(chosen) => change({ state: chosen || undefined })}
        />
      </FilterBar>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the changes" lines={6} /> : null}
      {value?.items.length === 0 ? (
        <Empty title="There is nothing here.">
          A change appears as soon as a file of the curriculum is changed and read.
        </Empty>
      ) : null}
      {value && value.items.length > 0 ? (
        <>
          <DataTable
            caption="Changes of the content"
            columns={columns}
            rows={value.items}
            keyOf={({ id }) => id}
          />
          <Pager
            shown={`${value.items.length} shown, newest first`}
            onPrevious={cursors.goBack}
            onNext={next === null ? null : () => cursors.goNext(next)}
          />
        </>
      ) : null}
    </Page>
  );
};
