import type { GithubAppView, GithubDeliveryView } from "@checkride/api/github-apps";
import type { Look } from "./webhook-words.ts";

const rules = (count: number, what: string): string =>
  `${what} by ${count} ${count === 1 ? "rule" : "rules"}`;

export const rulesWords = ({
  checks,
  deployments,
}: Pick<GithubAppView, "checks" | "deployments">): string => {
  const parts = [
    ...(checks.length > 0 ? [rules(checks.length, "pull requests")] : []),
    ...(deployments.length > 0 ? [rules(deployments.length, "deployments")] : []),
  ];
  return parts.join(", ") || "nothing yet";
};

export const appSentence = ({
  name,
  checks,
  deployments,
}: Pick<GithubAppView, "name" | "checks" | "deployments">): string => {
  if (checks.length === 0 && deployments.length === 0) return `${name} asks no gate yet.`;
  if (deployments.length === 0) return `${name} asks gates about pull requests.`;
  if (checks.length === 0) return `${name} asks gates before deployments.`;
  return `${name} asks gates about pull requests and before deployments.`;
};

export const githubDeliveryLooks: Readonly<Record<GithubDeliveryView["state"], Look>> = {
  waiting: { tone: "due", glyph: "◔", word: "Waiting" },
  done: { tone: "current", glyph: "●", word: "Answered" },
  ignored: { tone: "none", glyph: "○", word: "Not for us" },
  failed: { tone: "lapsed", glyph: "✕", word: "Failed" },
};
