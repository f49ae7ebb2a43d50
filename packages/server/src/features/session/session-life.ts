const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export const sessionCookie = "checkride_session";

/** A working day: somebody who was here in the morning need not sign in again in the afternoon. */
export const idleMs = 12 * hourMs;

/** However busy a session is, it ends: a stolen cookie does not last longer than a month. */
export const absoluteMs = 30 * dayMs;

/** Every request would be a write otherwise; a minute is fine enough to tell sessions apart. */
export const touchEveryMs = minuteMs;

/** What still has to be younger to count as in use. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - idleMs);

export const expiresAt = (now: Date): Date => new Date(now.getTime() + absoluteMs);
