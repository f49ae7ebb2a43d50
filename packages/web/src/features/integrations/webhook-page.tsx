import type { WebhookView } from "@checkride/api/webhooks";
import { Link } from "@tanstack/react-router";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { LookPill } from "./look-pill.tsx";
import { WebhookActions } from "./webhook-actions.tsx";
import { WebhookDeliveries } from "./webhook-deliveries.tsx";
import { webhookLook, webhookSentence } from "./webhook-words.ts";
import "./integrations.css";

/** A message arrives, or does not, without anything being done here. */
const askAgainMs = 5_000;

const kicker = (
  <>
    <Link to="/integrations">Integrations</Link> · One webhook
  </>
);

const Trouble = ({ webhook: { active, off, failingSince } }: { readonly webhook: WebhookView }) => {
  if (off !== null && off.because !== "by-hand")
    return (
      <Notice tone="bad" title={off.says}>
        Turned off on <Moment at={off.at} as="minute" />. See to the receiver, then turn it on again
        and send anew what it missed.
      </Notice>
    );
  if (!active || failingSince === null) return null;
  return (
    <Notice tone="warning" title="Nothing has arrived lately.">
      Since <Moment at={failingSince} as="minute" />. It is tried again at growing intervals, and
      turned off after three days.
    </Notice>
  );
};

const Facts = ({ webhook }: { readonly webhook: WebhookView }) => (
  <Section title="What it is" aside={<LookPill look={webhookLook(webhook)} />}>
    <dl className="hook-facts">
      <div>
        <dt>Address</dt>
        <dd className="mono hook-url">{webhook.url}</dd>
      </div>
      <div>
        <dt>For</dt>
        <dd>{webhook.description || "nobody said"}</dd>
      </div>
      <div>
        <dt>Added</dt>
        <dd>
          <Moment at={webhook.createdAt} /> by {webhook.createdBy}
        </dd>
      </div>
      {webhook.previousSecretUntil === null ? null : (
        <div>
          <dt>Earlier secret</dt>
          <dd>
            signs along until <Moment at={webhook.previousSecretUntil} as="minute" />
          </dd>
        </div>
      )}
      <div className="hook-fact-wide">
        <dt>Is told</dt>
        <dd className="hook-codes">
          {webhook.types.map((type) => (
            <code key={type}>{type}</code>
          ))}
        </dd>
      </div>
    </dl>
  </Section>
);

export const WebhookPage = ({ webhookId }: { readonly webhookId: string }) => {
  const { can } = useSession();
  const answer = useQueryAnswer("GET /api/webhooks", {}, { refetchMs: askAgainMs });
  const webhook = answer.value?.webhooks.find(({ id }) => id === webhookId) ?? null;
  if (webhook === null) {
    const isMissing = answer.value !== null;
    return (
      <Page
        kicker={kicker}
        sentence={isMissing ? "There is no such webhook." : "One webhook."}
        actions={isMissing ? <LinkButton to="/integrations">All integrations</LinkButton> : null}
      >
        {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
        {answer.isLoading ? <Loading what="the webhook" lines={6} /> : null}
      </Page>
    );
  }
  return (
    <Page
      kicker={kicker}
      sentence={webhookSentence(webhook)}
      actions={can("hooks:write") ? <WebhookActions webhook={webhook} /> : null}
    >
      <Trouble webhook={webhook} />
      <Facts webhook={webhook} />
      <WebhookDeliveries webhookId={webhook.id} />
    </Page>
  );
};
