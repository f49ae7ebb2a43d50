import { type Answered, createClient } from "@checkride/api/client";
import type { Problem } from "@checkride/api/problems";
import { verifyClearance } from "@checkride/verifier/verify-clearance";
import { explainProblem } from "../explain-problem.ts";
import { fetchKeySet } from "../fetch-key-set.ts";
import type { Outcome } from "../outcome.ts";
import type { Shell } from "../shell.ts";
import type { Kept } from "./gate-cache.ts";
import { readDecision, type ShownDecision } from "./read-decision.ts";
import type { Asker } from "./who-asks.ts";

/** What came of asking. Only a clearance whose signature holds opens anything. */
export type Told =
  | { readonly kind: "clearance"; readonly kept: Kept; readonly decision: ShownDecision }
  | { readonly kind: "closed"; readonly decision: ShownDecision }
  | { readonly kind: "refused"; readonly outcome: Outcome }
  | { readonly kind: "no-answer"; readonly says: string };

type Asking = {
  readonly url: string;
  readonly gate: string;
  readonly asker: Asker;
  readonly signal: AbortSignal;
};

/** What a program in between, or a server that is no Checkride, may have put in place of an answer. */
const parse = (value: unknown): { readonly clearance: string; readonly issuer: string } | null => {
  if (typeof value !== "object" || value === null) return null;
  if (!("clearance" in value && "issuer" in value)) return null;
  const { clearance, issuer } = value;
  return typeof clearance === "string" && typeof issuer === "string" ? { clearance, issuer } : null;
};

const clientFor = (shell: Shell, url: string, asker: Asker) => {
  const headers = asker.kind === "pipeline" ? {} : { authorization: `Bearer ${asker.token}` };
  return createClient({ baseUrl: url, fetch: shell.fetch, headers });
};

const send = (shell: Shell, { url, gate, asker, signal }: Asking): Promise<Answered<unknown>> => {
  const client = clientFor(shell, url, asker);
  const params = { gate };
  switch (asker.kind) {
    case "own":
      return client("POST /api/me/gates/{gate}/clearances", { params, signal });
    case "about": {
      const body = { subject: asker.subject };
      return client("POST /api/gates/{gate}/clearances", { params, body, signal });
    }
    case "pipeline": {
      const body = { token: asker.idToken, authors: [...asker.authors] };
      return client("POST /api/gates/{gate}/ci-clearances", { params, body, signal });
    }
  }
};

const ofProblem = (problem: Problem, url: string): Told => {
  const { code, status } = problem;
  if (code === "gate-closed") return { kind: "closed", decision: readDecision(problem.decision) };
  // Busy, broken or away is no answer; a refusal is one, and no clearance from before goes before it.
  return status === 0 || status === 429 || status >= 500
    ? { kind: "no-answer", says: `${url} does not answer: ${problem.detail}` }
    : { kind: "refused", outcome: explainProblem(problem, url) };
};

/** Asks the server, and believes its yes only as far as its signature reaches. */
export const askGate = async (shell: Shell, asking: Asking): Promise<Told> => {
  const { url, gate, signal } = asking;
  const silent: Told = { kind: "no-answer", says: `${url} does not answer in time.` };
  try {
    const answer = await send(shell, asking);
    if (!answer.ok) return ofProblem(answer.problem, url);
    const given = parse(answer.value);
    if (!given) {
      return { kind: "no-answer", says: `What answers at ${url} is no Checkride server.` };
    }
    const keys = await fetchKeySet(shell, url, signal);
    if (!keys.ok) return { kind: "no-answer", says: keys.error };
    const { issuer, clearance } = given;
    const now = shell.now();
    const verified = await verifyClearance(clearance, keys.value.set, { issuer, gate, now });
    if (!verified.ok) {
      const says = `${url} gave a clearance that is not believed: ${verified.error}.`;
      return { kind: "no-answer", says };
    }
    const decision = "decision" in Object(answer.value) ? Object(answer.value).decision : null;
    const kept = { issuer, keys: keys.value.text, clearance };
    return { kind: "clearance", kept, decision: readDecision(decision) };
  } catch (error) {
    if (signal.aborted) return silent;
    throw error;
  }
};
