const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The schedule of Standard Webhooks 1.0, "Deliverability and reliability": what follows each failed attempt. */
const pausesMs: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** So much may be added to a pause, lest all that failed together comes again together. */
const jitterShare = 0.1;
const longestWishMs = 24 * hour;

export type Failure = {
  /** Attempts so far, this one among them. */
  readonly tries: number;
  readonly at: Date;
  /** The receiver's Retry-After; null: it did not say. */
  readonly wishMs: number | null;
  /** From 0 to 1. */
  readonly jitter: number;
};

/** When to try again; null: it was tried often enough. A receiver may ask for a longer pause, not for a shorter one. */
export const retryAt = ({ tries, at, wishMs, jitter }: Failure): Date | null => {
  const pauseMs = pausesMs[tries - 1];
  if (pauseMs === undefined) return null;
  const wishedMs = Math.min(wishMs ?? 0, longestWishMs);
  return new Date(at.getTime() + Math.max(pauseMs * (1 + jitterShare * jitter), wishedMs));
};

/** Retry-After (RFC 9110, section 10.2.3): seconds or a date; anything else says nothing. */
export const readRetryAfter = (value: string | undefined, now: Date): number | null => {
  if (value === undefined) return null;
  const text = value.trim();
  if (/^\d{1,10}$/.test(text)) return Number(text) * second;
  // A date of any other form than this one is what JavaScript guesses it to be.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
};
