import type { WebhookView } from "@checkride/api/webhooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { AddWebhookDialog } from "./add-webhook-dialog.tsx";
import { LookPill } from "./look-pill.tsx";
import { placeOf, webhookLook } from "./webhook-words.ts";

const columnsFor = (now: string): readonly Column<WebhookView>[] => [
  {
    key: "to",
    title: "To",
    isRowHeader: true,
    cell: ({ id, url, description }) => (
      <div className="hook-name">
        <Link to="/integrations/webhooks/$webhook" params={{ webhook: id }}>
          {placeOf(url)}
        </Link>
        {description ? <span>{description}</span> : null}
      </div>
    ),
  },
  { key: "state", title: "State", cell: (row) => <LookPill look={webhookLook(row)} /> },
  {
    key: "types",
    title: "Is told",
    cell: ({ types }) => (types.length === 1 ? <code>{types[0]}</code> : `${types.length} types`),
  },
  {
    key: "last",
    title: "Last arrived",
    cell: ({ lastDeliveredAt }) =>
      lastDeliveredAt === null ? "never" : <Moment at={lastDeliveredAt} as="ago" now={now} />,
  },
  { key: "waiting", title: "Waiting", align: "end", cell: ({ waiting }) => waiting },
  { key: "failed", title: "Failed", align: "end", cell: ({ failed }) => failed },
];

export const WebhooksSection = () => {
  const { can } = useSession();
  const [now] = useState(() => new Date().toISOString());
  const [isAdding, setAdding] = useState(false);
  const answer = useQueryAnswer("GET /api/webhooks", {});
  const webhooks = answer.value?.webhooks ?? null;
  return (
    <Section
      title="Webhooks"
      aside={
        can("hooks:write") ? <Button onPress={() => setAdding(true)}>Add a webhook</Button> : null
      }
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="webhooks" /> : null}
      {webhooks && webhooks.length > 0 ? (
        <DataTable
          caption="Webhooks"
          columns={columnsFor(now)}
          rows={webhooks}
          keyOf={({ id }) => id}
        />
      ) : null}
      {webhooks?.length === 0 ? (
        <Empty title="Nothing is told outside.">
          A webhook sends a signed message whenever a gate answers differently, a certificate comes
          or goes, or somebody opens a gate by hand.
        </Empty>
      ) : null}
      {isAdding ? <AddWebhookDialog onClose={() => setAdding(false)} /> : null}
    </Section>
  );
};
