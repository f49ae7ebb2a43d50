import type { AccountView } from "@checkride/api/session";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Moment } from "../../design/moment.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct } from "../../shell/query.ts";

type Session = AccountView["sessions"][number];

const methods = { link: "one-time link", password: "password", passkey: "passkey" } as const;

const columns: readonly Column<Session>[] = [
  {
    key: "device",
    title: "Where",
    isRowHeader: true,
    cell: (row) => (row.current ? `${row.device} (this one)` : row.device),
  },
  { key: "method", title: "Signed in with", cell: (row) => methods[row.method] },
  { key: "since", title: "Since", cell: (row) => <Moment as="minute" at={row.createdAt} /> },
  { key: "seen", title: "Last seen", cell: (row) => <Moment as="minute" at={row.lastSeenAt} /> },
  { key: "until", title: "Ends by itself", cell: (row) => <Moment as="iso" at={row.expiresAt} /> },
];

export const SessionsSection = ({ sessions }: { readonly sessions: readonly Session[] }) => {
  const refresh = ["GET /api/account"];
  const end = useAct("DELETE /api/account/sessions/{session}", refresh);
  const endOthers = useAct("DELETE /api/account/sessions", refresh);
  const others = sessions.filter((session) => !session.current);
  const problem = end.problem ?? endOthers.problem;
  return (
    <Section
      title="Sessions"
      aside={others.length === 0 ? "only this one" : `${sessions.length} open`}
    >
      {problem ? <ProblemNote problem={problem} /> : null}
      <DataTable
        caption="Where you are signed in"
        rows={sessions.toSorted((a, b) => Number(b.current) - Number(a.current))}
        keyOf={(row) => row.id}
        columns={[
          ...columns,
          {
            key: "end",
            title: "End",
            hideTitle: true,
            align: "end",
            cell: (row) =>
              row.current ? null : (
                <Button
                  variant="quiet"
                  label={`End the session on ${row.device}`}
                  isPending={end.isPending}
                  onPress={() => void end.act({ params: { session: row.id } })}
                >
                  End
                </Button>
              ),
          },
        ]}
      />
      {others.length > 1 ? (
        <div className="account-form">
          <Button isPending={endOthers.isPending} onPress={() => void endOthers.act({})}>
            End all the others
          </Button>
        </div>
      ) : null}
      <p className="hidden-visually" role="status">
        {sessions.length} {sessions.length === 1 ? "session" : "sessions"} open
      </p>
    </Section>
  );
};
