import type { GatePerson } from "@checkride/api/gates";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Pager } from "../../design/pager.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { Select } from "../../design/select.tsx";
import { useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";

const limit = 25;

const Name = ({ person }: Pick<GatePerson, "person">) => {
  const { can } = useSession();
  return (
    <div className="gate-name">
      {can("people:read") ? (
        <Link to="/people/$person" params={{ person: person.id }}>
          {person.name}
        </Link>
      ) : (
        person.name
      )}
      {person.team ? <span className="gate-team">{person.team}</span> : null}
    </div>
  );
};

const minutesOf = (remedy: GatePerson["remedy"]): string => {
  const known = remedy.map(({ minutes }) => minutes).filter((minutes) => minutes !== null);
  const sum = known.reduce((total, minutes) => total + minutes, 0);
  return sum === 0 ? "" : ` · about ${sum} min`;
};

const columns: readonly Column<GatePerson>[] = [
  { key: "who", title: "Person", isRowHeader: true, cell: (row) => <Name person={row.person} /> },
  {
    key: "why",
    title: "Why",
    cell: ({ reasons }) => (
      <ul className="gate-lines">
        {reasons
          .filter(({ code }) => code !== "holds")
          .map(({ says }) => (
            <li key={says}>{says}</li>
          ))}
      </ul>
    ),
  },
  {
    key: "way",
    title: "What would open it",
    cell: ({ remedy }) =>
      remedy.length === 0 ? (
        <span className="muted">nothing that they can do</span>
      ) : (
        <>
          {remedy
            .slice(0, 3)
            .map(({ title }) => title)
            .join(", ")}
          {remedy.length > 3 ? ` and ${remedy.length - 3} more` : ""}
          {minutesOf(remedy)}
        </>
      ),
  },
];

const states = [
  { value: "denied", label: "Who may not pass" },
  { value: "allowed", label: "Who may pass" },
] as const;

export const GatePeople = ({ gate }: { readonly gate: string }) => {
  const [state, setState] = useState<"denied" | "allowed">("denied");
  const cursors = useCursors(state);
  const query = { state, limit, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) };
  const answer = useQueryAnswer(
    "GET /api/gates/{gate}/people",
    { params: { gate }, query },
    { keepPrevious: true },
  );
  const rows = answer.value?.items ?? null;
  const next = answer.value?.nextCursor ?? null;
  const first = cursors.pagesBefore * limit;
  return (
    <Section title="People" aside="those for whom the gate is meant">
      <div className="gate-show">
        <Select label="Show" value={state} options={states} onChange={setState} />
      </div>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the people" /> : null}
      {rows && rows.length > 0 ? (
        <DataTable
          caption={state === "denied" ? "People who may not pass" : "People who may pass"}
          columns={state === "denied" ? columns : columns.slice(0, 1)}
          rows={rows}
          keyOf={({ person }) => person.id}
        />
      ) : null}
      {rows?.length === 0 ? (
        <Empty title={state === "denied" ? "Nobody is kept out." : "Nobody may pass yet."} />
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
