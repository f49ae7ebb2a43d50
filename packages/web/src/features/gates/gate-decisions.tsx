import type { RecordedDecision } from "@checkride/api/gates";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Pager } from "../../design/pager.tsx";
import { Pill } from "../../design/pill.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";

const limit = 15;

const Outcome = ({ outcome, enforced }: Pick<RecordedDecision, "outcome" | "enforced">) => {
  if (outcome === "allow")
    return (
      <Pill tone="current" glyph="●">
        Allowed
      </Pill>
    );
  return enforced ? (
    <Pill tone="lapsed" glyph="✕">
      Denied
    </Pill>
  ) : (
    <Pill tone="due" glyph="◔">
      Would be denied
    </Pill>
  );
};

const At = ({ evidence, at }: Pick<RecordedDecision, "evidence" | "at">) => {
  const { can } = useSession();
  const moment = <Moment at={at} as="minute" />;
  return can("evidence:read") ? (
    <Link to="/evidence/$evidence" params={{ evidence }}>
      {moment}
    </Link>
  ) : (
    moment
  );
};

const reasonWords: Readonly<Record<string, string>> = {
  holds: "holds",
  lacks: "lacks",
  inactive: "not active",
  "not-invited": "not for them",
  opened: "opened by hand",
  unlinked: "linked to nobody",
  author: "an author may not",
};

const columns: readonly Column<RecordedDecision>[] = [
  { key: "at", title: "When", isRowHeader: true, cell: (row) => <At {...row} /> },
  { key: "who", title: "About", cell: ({ person }) => person?.name ?? "somebody erased since" },
  { key: "outcome", title: "Answer", cell: (row) => <Outcome {...row} /> },
  {
    key: "why",
    title: "Because",
    cell: ({ reasons }) =>
      reasons
        .map(({ code, certificate }) => `${reasonWords[code] ?? code} ${certificate ?? ""}`.trim())
        .join(", "),
  },
  { key: "by", title: "Asked by", cell: ({ askedBy }) => askedBy ?? "a pipeline" },
];

/** The ledger's answers: a repeated equal one is counted there, not listed here again. */
export const GateDecisions = ({ gate }: { readonly gate: string }) => {
  const cursors = useCursors(gate);
  const query = { limit, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) };
  const answer = useQueryAnswer(
    "GET /api/gates/{gate}/decisions",
    { params: { gate }, query },
    { keepPrevious: true },
  );
  const rows = answer.value?.items ?? null;
  const next = answer.value?.nextCursor ?? null;
  const first = cursors.pagesBefore * limit;
  return (
    <Section title="Recent answers" aside="as the ledger has them">
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="recent answers" /> : null}
      {rows && rows.length > 0 ? (
        <DataTable
          caption="Recent answers"
          columns={columns}
          rows={rows}
          keyOf={({ evidence }) => evidence}
        />
      ) : null}
      {rows?.length === 0 ? (
        <Empty title="Nobody has asked this gate yet.">
          A pipeline asks it with the command <code>checkride gate {gate}</code>.
        </Empty>
      ) : null}
      {rows && (next !== null || cursors.goBack !== null) ? (
        <Pager
          shown={`${first + 1}–${first + rows.length}`}
          onPrevious={cursors.goBack}
          onNext={next === null ? null : () => cursors.goNext(next)}
          isPending={answer.isFetching}
        />
      ) : null}
    </Section>
  );
};
