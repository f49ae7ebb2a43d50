import type { GateAnswerView } from "@checkride/api/gates";
import { type InputFault, type Problem, type ProblemCode, problems } from "@checkride/api/problems";

/** An answer that is not a success, as a value. `detail` is a sentence for the person who asked. */
export type Refusal = {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly wayOut?: string;
  readonly faults?: readonly InputFault[];
  readonly retryAfterSeconds?: number;
  readonly decision?: GateAnswerView;
};

type Extras = Omit<Refusal, "code" | "detail">;

export const refuse = (
  code: ProblemCode,
  detail: string,
  extras: Extras = {},
): { readonly ok: false; readonly error: Refusal } => ({
  ok: false,
  error: { code, detail, ...extras },
});

/** RFC 9457. */
export const problemResponse = (refusal: Refusal, requestId: string): Response => {
  const { status, title } = problems[refusal.code];
  const body: Problem = {
    type: `/problems/${refusal.code}`,
    code: refusal.code,
    title,
    status,
    detail: refusal.detail,
    requestId,
    ...(refusal.wayOut === undefined ? {} : { wayOut: refusal.wayOut }),
    ...(refusal.faults === undefined ? {} : { faults: refusal.faults }),
    ...(refusal.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: refusal.retryAfterSeconds }),
    ...(refusal.decision === undefined ? {} : { decision: refusal.decision }),
  };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
  if (refusal.retryAfterSeconds !== undefined) {
    headers.set("retry-after", String(refusal.retryAfterSeconds));
  }
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="checkride"');
  return new Response(JSON.stringify(body), { status, headers });
};
