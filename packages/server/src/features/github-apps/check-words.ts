import type { AskedAuthor, GateAnswerView } from "@checkride/api/gates";
import type { Check, DeploymentAnswer } from "./github-client.ts";

/** Whose name stands at GitHub; the numbers alone would tell a reader nothing. */
export type Names = ReadonlyMap<string, string>;

const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|@]/g, "\\$&");

/** A commit may name any address, one that would be shown as a link too. */
const verbatim = (text: string): string => `\`${text.replaceAll(/[`\s]+/g, " ").trim()}\``;

const nameOf = ({ account, email }: AskedAuthor, names: Names): string => {
  if (account === null) return `an author known only as ${verbatim(email ?? "nobody")}`;
  return plain(names.get(account.id) ?? `account ${account.id}`);
};

const wayOf = ({ links }: GateAnswerView): readonly string[] =>
  links.remedy.map(({ title, url }) => `- [${plain(title)}](${url})`);

const blockers = (answer: GateAnswerView, names: Names): readonly string[] =>
  answer.authors
    .filter(({ outcome }) => outcome !== "allow")
    .map((author) => {
      const why =
        author.person === null ? "is linked to nobody in Checkride" : "lacks what is asked";
      return `- ${nameOf(author, names)} ${why}`;
    });

const titleOf = ({ outcome, enforced, mode }: GateAnswerView): string => {
  if (outcome === "allow") return "Everybody who brought this in may pass";
  return enforced
    ? "Somebody who brought this in may not pass yet"
    : `Would be closed (${mode} only)`;
};

const conclusionOf = ({ outcome, enforced, mode }: GateAnswerView): Check["conclusion"] => {
  if (outcome === "allow" || mode === "observe") return "success";
  return enforced ? "failure" : "neutral";
};

const sentences = (answer: GateAnswerView, names: Names): string => {
  const reasons = answer.reasons
    .filter(({ code }) => code !== "holds" && code !== "author" && code !== "unlinked")
    .map(({ says }) => `- ${plain(says)}`);
  const unlinked = answer.person === null ? [`- ${plain(answer.reasons[0]?.says ?? "")}`] : [];
  const why = [...unlinked, ...reasons, ...blockers(answer, names)];
  const way = wayOf(answer);
  return [
    `Asked: the gate ${plain(answer.gate)}, mode ${answer.mode}.`,
    ...(why.length === 0 ? [] : ["", ...why]),
    ...(way.length === 0 ? [] : ["", "The shortest way:", "", ...way]),
    ...(answer.outcome === "allow" ? [] : ["", `[My standing](${answer.links.standing})`]),
  ].join("\n");
};

/** What GitHub shows beside a change. Names, reasons and titles come from elsewhere: none of it is markup. */
export const checkOf = (answer: GateAnswerView, headSha: string, names: Names): Check => ({
  name: `Checkride: ${answer.gate}`,
  headSha,
  conclusion: conclusionOf(answer),
  title: titleOf(answer),
  summary: sentences(answer, names),
  detailsUrl: answer.links.standing,
});

/** All gates of an environment at once: one that stays closed rejects. */
export const deploymentAnswerOf = (
  answers: readonly GateAnswerView[],
  environment: string,
  names: Names,
): DeploymentAnswer => {
  const isRejected = answers.some(({ outcome, enforced }) => outcome === "deny" && enforced);
  const comment = answers.map((answer) => `${titleOf(answer)}. ${sentences(answer, names)}`);
  return {
    environment_name: environment,
    state: isRejected ? "rejected" : "approved",
    comment: comment.join("\n\n"),
  };
};
