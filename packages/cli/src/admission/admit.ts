import type { readKeySet } from "@checkride/verifier/read-key-set";
import { tokenBytesMax } from "@checkride/verifier/read-token";
import { verifyClearance } from "@checkride/verifier/verify-clearance";
import { fetchKeySet } from "../fetch-key-set.ts";
import { askGate } from "../gate/ask-gate.ts";
import { settle } from "../gate/settle-answer.ts";
import type { Outcome } from "../outcome.ts";
import type { Shell } from "../shell.ts";
import type { Review } from "./read-review.ts";

type AdmissionRules = {
  readonly url: string;
  /** With the right gates:decide. */
  readonly token: string;
  /** Who must have signed a clearance that is brought along. */
  readonly issuer: string;
  /** What the cluster puts before an address that its own sign-on has verified. */
  readonly userPrefixes: readonly string[];
  /** Users of pipelines, who may bring a clearance in an annotation. */
  readonly pipelines: ReadonlySet<string>;
  readonly exemptUsers: ReadonlySet<string>;
  readonly exemptGroups: ReadonlySet<string>;
};

export type Admitted = {
  readonly allowed: boolean;
  /** Why not, or what would be missing if the gate enforced. */
  readonly says: readonly string[];
};

/** Less than what a cluster waits for. */
const timeoutMs = 3_000;

const no = (says: string): Admitted => ({ allowed: false, says: [says] });
const allowed: Admitted = { allowed: true, says: [] };

const emailOf = (user: string, prefixes: readonly string[]): string | null => {
  for (const prefix of prefixes) {
    const email = user.startsWith(prefix) ? user.slice(prefix.length) : "";
    if (/^[^\s@:]+@[^\s@:]+$/.test(email)) return email;
  }
  return null;
};

const ofOutcome = ({ exit, lines, json, complaint }: Outcome): Admitted => {
  if (exit === "ok") return { allowed: true, says: json["earned"] === false ? lines : [] };
  const { says, wayOut = "" } = complaint ?? { says: "" };
  return { allowed: false, says: [...lines, `${says} ${wayOut}`.trim()].filter(Boolean) };
};

type KeySet = Extract<ReturnType<typeof readKeySet>, { readonly ok: true }>["value"];

/** Says of each review whether it may go on. Keys that were once had serve while the server is away. */
export const makeAdmission = (shell: Shell, rules: AdmissionRules) => {
  const { url, issuer, token } = rules;
  const known: { keys: KeySet | null } = { keys: null };

  const byClearance = async (clearance: string, gate: string): Promise<Admitted> => {
    if (clearance.length > tokenBytesMax) return no("The clearance is too large.");
    const fetched = await fetchKeySet(shell, url, AbortSignal.timeout(timeoutMs));
    if (fetched.ok) known.keys = fetched.value.set;
    if (!known.keys) return no("The keys that clearances are signed with cannot be had.");
    const expected = { issuer, gate, now: shell.now() };
    const verified = await verifyClearance(clearance, known.keys, expected);
    return verified.ok ? allowed : no(`The clearance is not believed: ${verified.error}.`);
  };

  const byEmail = async (email: string, gate: string): Promise<Admitted> => {
    const subject = { email };
    const name = `about ${JSON.stringify(subject)}`;
    const asker = { kind: "about" as const, token, subject, name };
    const signal = AbortSignal.timeout(timeoutMs);
    const told = await askGate(shell, { url, gate, asker, signal });
    const { outcome } = await settle(shell, { server: url, gate, who: name }, told);
    return ofOutcome(outcome);
  };

  return async (review: Review, gate: string): Promise<Admitted> => {
    const { user, groups, clearance } = review;
    if (rules.exemptUsers.has(user) || groups.some((group) => rules.exemptGroups.has(group))) {
      return allowed;
    }
    if (rules.pipelines.has(user)) {
      return clearance === null
        ? no(`${user} deploys for others: annotate what it applies with a clearance of ${gate}.`)
        : byClearance(clearance, gate);
    }
    const email = emailOf(user, rules.userPrefixes);
    return email === null
      ? no(`Which person ${user} is, nobody has said to this cluster's gate.`)
      : byEmail(email, gate);
  };
};

export type Admit = ReturnType<typeof makeAdmission>;
