/** Why something is not believed. Each code has one cause, so that a program may act on it. */
export type RefusalCode =
  | "too-large"
  | "malformed"
  | "duplicate-claim"
  | "wrong-algorithm"
  | "wrong-type"
  | "unknown-key"
  | "wrong-signature"
  | "wrong-issuer"
  | "expired"
  | "not-yet-valid"
  | "incomplete"
  | "revoked"
  | "wrong-list"
  | "stale-list"
  | "cut-list";

export type Refusal = { readonly code: RefusalCode; readonly says: string };

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refusal };

export const refused = (
  code: RefusalCode,
  says: string,
): Extract<Checked<never>, { ok: false }> => ({
  ok: false,
  error: { code, says },
});
