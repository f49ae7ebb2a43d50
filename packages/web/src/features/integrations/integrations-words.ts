import type { WebhookView } from "@checkride/api/webhooks";
import { isFailing } from "./webhook-words.ts";

type Connected = { readonly webhooks: readonly WebhookView[] };

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** What is connected, and whether any of it needs somebody. */
export const integrationsSentence = ({ webhooks }: Connected): string => {
  if (webhooks.length === 0) return "Nothing outside is connected yet.";
  const failing = webhooks.filter(isFailing).length;
  const all = `${counted(webhooks.length, "webhook")} ${webhooks.length === 1 ? "is" : "are"} connected`;
  if (failing === 0) return `${all}.`;
  return `${all}; ${failing} ${failing === 1 ? "does" : "do"} not get through.`;
};
