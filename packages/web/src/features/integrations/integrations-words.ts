import type { WebhookView } from "@checkride/api/webhooks";
import { isFailing } from "./webhook-words.ts";

type Connected = {
  readonly webhooks:
    | readonly Pick<
        WebhookView,
        "active" | "off" | "failingSince" | "heldUntil" | "lastDeliveredAt"
      >[]
    | null;
  readonly apps: readonly unknown[] | null;
  readonly issuers: readonly unknown[] | null;
};

const counted = (count: number, one: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : `${one}s`}`];

const list = new Intl.ListFormat("en-GB");

/** What is connected, and whether any of it needs somebody. */
export const integrationsSentence = ({ webhooks, apps, issuers }: Connected): string => {
  if (webhooks === null && apps === null && issuers === null) return "What is connected.";
  const parts = [
    ...counted(apps?.length ?? 0, "GitHub App"),
    ...counted(issuers?.length ?? 0, "pipeline issuer"),
    ...counted(webhooks?.length ?? 0, "webhook"),
  ];
  if (parts.length === 0) return "Nothing outside is connected yet.";
  const all = `Connected: ${list.format(parts)}`;
  const failing = webhooks?.filter(isFailing).length ?? 0;
  if (failing === 0) return `${all}.`;
  return `${all}; ${failing === 1 ? "1 webhook does" : `${failing} webhooks do`} not get through.`;
};
