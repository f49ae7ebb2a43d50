import type { GithubDeliveryView } from "@checkride/api/github-apps";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { githubDeliveryLooks } from "./github-words.ts";
import { LookPill } from "./look-pill.tsx";

const askAgainMs = 10_000;

const columns: readonly Column<GithubDeliveryView>[] = [
  {
    key: "event",
    title: "What",
    isRowHeader: true,
    cell: ({ event, delivery }) => (
      <div className="hook-name">
        <code>{event}</code>
        <span className="mono">{delivery}</span>
      </div>
    ),
  },
  {
    key: "state",
    title: "State",
    cell: ({ state }) => <LookPill look={githubDeliveryLooks[state]} />,
  },
  { key: "says", title: "What became of it", cell: ({ says }) => says },
  {
    key: "when",
    title: "Received",
    cell: ({ receivedAt }) => <Moment at={receivedAt} as="minute" />,
  },
];

export const GithubDeliveries = ({ appId }: { readonly appId: string }) => {
  const answer = useQueryAnswer(
    "GET /api/github-apps/{app}/deliveries",
    { params: { app: appId } },
    { refetchMs: askAgainMs },
  );
  const rows = answer.value?.deliveries ?? null;
  return (
    <Section title="What GitHub sent" aside="the latest, newest first">
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="what GitHub sent" /> : null}
      {rows && rows.length > 0 ? (
        <DataTable
          caption="Deliveries of GitHub"
          columns={columns}
          rows={rows}
          keyOf={({ delivery }) => delivery}
        />
      ) : null}
      {rows?.length === 0 ? (
        <Empty title="GitHub has sent nothing yet.">
          It sends as soon as the app is installed and its webhook names the address above.
        </Empty>
      ) : null}
    </Section>
  );
};
