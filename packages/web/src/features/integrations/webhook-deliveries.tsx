import type { DeliveryView } from "@checkride/api/webhooks";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Pager } from "../../design/pager.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { Select } from "../../design/select.tsx";
import { useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { DeliveryDetail } from "./delivery-detail.tsx";
import { LookPill } from "./look-pill.tsx";
import { ReplaySince } from "./replay-since.tsx";
import { attemptsWords, deliveryLooks } from "./webhook-words.ts";

const limit = 20;
const askAgainMs = 3_000;

const columns: readonly Column<DeliveryView>[] = [
  {
    key: "what",
    title: "What",
    isRowHeader: true,
    cell: ({ message }) => <code>{message.type}</code>,
  },
  { key: "state", title: "State", cell: ({ state }) => <LookPill look={deliveryLooks[state]} /> },
  { key: "when", title: "Made", cell: ({ madeAt }) => <Moment at={madeAt} as="minute" /> },
  { key: "tries", title: "Tries, last answer", cell: attemptsWords },
  {
    key: "next",
    title: "Tried again",
    cell: ({ nextAt }) => (nextAt === null ? "–" : <Moment at={nextAt} as="minute" />),
  },
];

const stateOptions = [
  { value: "any", label: "All" },
  { value: "waiting", label: "Waiting" },
  { value: "delivered", label: "Delivered" },
  { value: "failed", label: "Failed" },
  { value: "stopped", label: "Stopped" },
] as const;

type StateChoice = (typeof stateOptions)[number]["value"];

const useDeliveries = (webhookId: string, state: StateChoice) => {
  const cursors = useCursors(state);
  const query = {
    limit,
    ...(state === "any" ? {} : { state }),
    ...(cursors.cursor ? { cursor: cursors.cursor } : {}),
  };
  const ask = { params: { webhook: webhookId }, query };
  const known = useQueryAnswer("GET /api/webhooks/{webhook}/deliveries", ask);
  const isMoving = known.value?.items.some((one) => one.state === "waiting") ?? false;
  const answer = useQueryAnswer("GET /api/webhooks/{webhook}/deliveries", ask, {
    keepPrevious: true,
    refetchMs: isMoving ? askAgainMs : false,
  });
  return { cursors, answer };
};

/** What was or will be sent, each with how it went. */
export const WebhookDeliveries = ({ webhookId }: { readonly webhookId: string }) => {
  const { can } = useSession();
  const [state, setState] = useState<StateChoice>("any");
  const { cursors, answer } = useDeliveries(webhookId, state);
  const rows = answer.value?.items ?? null;
  const next = answer.value?.nextCursor ?? null;
  const first = cursors.pagesBefore * limit;
  const [isReplaying, setReplaying] = useState(false);
  return (
    <Section title="What was sent" aside="kept for 30 days">
      <div className="hook-tools">
        <Select label="Show" value={state} options={stateOptions} onChange={setState} />
        {can("hooks:write") ? (
          <Button onPress={() => setReplaying(true)}>Send again since a time</Button>
        ) : null}
      </div>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="what was sent" /> : null}
      {rows && rows.length > 0 ? (
        <DataTable
          caption="Messages of this webhook"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          detail={(row) => <DeliveryDetail delivery={row} />}
          detailLabel={({ message, madeAt }) => `${message.type} of ${madeAt}: tries and message`}
        />
      ) : null}
      {rows?.length === 0 ? (
        <Empty title={state === "any" ? "Nothing has been sent yet." : "Nothing is in this state."}>
          {state === "any" ? "A test shows at once whether the receiver can be reached." : null}
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
      {isReplaying ? (
        <ReplaySince webhookId={webhookId} onClose={() => setReplaying(false)} />
      ) : null}
    </Section>
  );
};
