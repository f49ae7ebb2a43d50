import type { GateAnswerView } from "./gates.ts";

/**
 * Every refusal that the API knows. The page `docs/problems/<code>.md` says what happened and how to go on;
 * a test holds this table, those pages and the uses in code against each other.
 */
export const problems = {
  "bad-input": { status: 400, title: "The request does not fit this operation" },
  "bad-json": { status: 400, title: "The body is not JSON" },
  "bad-cursor": { status: 400, title: "This page marker is not valid" },
  "not-signed-in": { status: 401, title: "You are not signed in" },
  "sign-in-failed": { status: 401, title: "E-mail address or password is not right" },
  "link-not-valid": { status: 401, title: "This sign-in link is used up or has expired" },
  "token-not-valid": { status: 401, title: "This access token is not valid" },
  "ci-token-not-valid": { status: 401, title: "This pipeline's token is not believed" },
  "passkey-not-accepted": { status: 401, title: "This passkey was not accepted" },
  "not-permitted": { status: 403, title: "Your role does not allow this" },
  "gate-closed": { status: 403, title: "The gate is closed" },
  "ci-not-allowed": { status: 403, title: "This pipeline may not ask this gate" },
  "foreign-origin": { status: 403, title: "The request came from another site" },
  "not-found": { status: 404, title: "There is nothing here" },
  "method-not-allowed": { status: 405, title: "This address does not do that" },
  conflict: { status: 409, title: "Somebody changed this meanwhile" },
  "email-taken": { status: 409, title: "Somebody with this e-mail address exists" },
  "last-owner": { status: 409, title: "The organisation would be left without an owner" },
  "already-set-up": { status: 409, title: "The organisation is already set up" },
  "key-reused": { status: 409, title: "This Idempotency-Key was used for another request" },
  "import-not-ready": { status: 409, title: "This import cannot be applied" },
  "proposal-closed": { status: 409, title: "This proposal is no longer open" },
  "approvals-missing": { status: 409, title: "The proposal lacks approvals" },
  "own-proposal": { status: 409, title: "Nobody approves their own proposal" },
  "no-break-glass": { status: 409, title: "Nobody opens this gate by hand" },
  "already-asked": { status: 409, title: "Somebody has asked for this already" },
  "own-opening": { status: 409, title: "Nobody opens a gate alone" },
  "opening-closed": { status: 409, title: "This opening is over" },
  "already-erased": { status: 409, title: "This person's data is already erased" },
  "not-demo": { status: 409, title: "This is not a demo organisation" },
  "newer-version": { status: 409, title: "A newer version has come out" },
  "nothing-to-sign": { status: 409, title: "There is nothing to sign in this document" },
  "already-answered": { status: 409, title: "This question has its answer" },
  "already-submitted": { status: 409, title: "This text is handed in" },
  "already-reviewed": { status: 409, title: "Your review of this text is kept" },
  "own-work": { status: 409, title: "Nobody reviews their own work" },
  "bank-too-small": { status: 409, title: "There are too few questions for this" },
  "certificate-ended": { status: 409, title: "This certificate has already ended" },
  "not-sealed": { status: 409, title: "This evidence is not sealed yet" },
  "too-large": { status: 413, title: "The body is too large" },
  "wrong-content-type": { status: 415, title: "The body has the wrong content type" },
  "csv-not-readable": { status: 422, title: "The CSV file has faults" },
  "bad-taxonomy": { status: 422, title: "This is no list of threats" },
  "policy-has-faults": { status: 422, title: "The policy has faults" },
  "submission-not-fitting": { status: 422, title: "This is not what the lab takes" },
  "answer-not-fitting": { status: 422, title: "This is not yet an answer to the exercise" },
  "not-complete": { status: 422, title: "Something is still missing" },
  "password-too-weak": { status: 422, title: "This password is too easy to guess" },
  "too-soon": { status: 429, title: "It is too early for another try" },
  "too-many-tries": { status: 429, title: "Too many tries" },
  "server-fault": { status: 500, title: "Something broke on our side" },
  "forge-away": { status: 503, title: "The forge does not answer" },
  "range-away": { status: 503, title: "Code cannot be run at the moment" },
  "database-away": { status: 503, title: "The database does not answer" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof problems;

/** Where in the request a fault lies, as a JSON pointer (RFC 6901) behind `body`, `query` or `path`. */
export type InputFault = { readonly in: string; readonly says: string };

/** RFC 9457 problem details with what Checkride adds. */
export type Problem = {
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId?: string;
  readonly faults?: readonly InputFault[];
  readonly wayOut?: string;
  readonly retryAfterSeconds?: number;
  /** What a closed gate has decided, and what would open it. */
  readonly decision?: GateAnswerView;
};
