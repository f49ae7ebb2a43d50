import type { DeliveryAttempt, DeliveryView } from "@checkride/api/webhooks";
import { Button } from "../../design/button.tsx";
import { keyed } from "../../design/keyed.ts";
import { Moment } from "../../design/moment.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";

const Attempt = ({ attempt: { at, ms, says, excerpt } }: { readonly attempt: DeliveryAttempt }) => (
  <li>
    <Moment at={at} as="minute" /> · {says} {ms} ms
    {excerpt ? <pre className="hook-text">{excerpt}</pre> : null}
  </li>
);

export const DeliveryDetail = ({ delivery }: { readonly delivery: DeliveryView }) => {
  const { can } = useSession();
  const replay = useAct("POST /api/webhook-deliveries/{delivery}/replays", ["GET /api/webhooks"]);
  return (
    <div className="hook-detail">
      {delivery.attempts.length > 0 ? (
        <ol className="hook-attempts">
          {keyed(delivery.attempts).map(({ key, value }) => (
            <Attempt key={key} attempt={value} />
          ))}
        </ol>
      ) : null}
      <p className="muted">
        <code>webhook-id</code> <code>{delivery.happening}</code>
      </p>
      <pre className="hook-text">{JSON.stringify(delivery.message, null, 2)}</pre>
      {can("hooks:write") && delivery.state !== "waiting" ? (
        <div className="row">
          <Button
            isPending={replay.isPending}
            onPress={() => void replay.act({ params: { delivery: delivery.id } })}
          >
            Send it again
          </Button>
        </div>
      ) : null}
      {replay.problem ? <ProblemNote problem={replay.problem} /> : null}
    </div>
  );
};
