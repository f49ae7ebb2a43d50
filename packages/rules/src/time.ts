/**
 * Instants are milliseconds since 1970 inside the rules and ISO 8601 text outside of them. Everything is
 * UTC: an answer must not depend on where the machine stands.
 */
export const dayMs = 86_400_000;

// Without this shape `Date.parse` falls back to the machine's own time zone.
const instantShape =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

export const parseInstant = (text: string): number | null => {
  if (!instantShape.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
};

/** For times that were checked where they entered; anything else is a bug of the caller. */
export const instantOf = (text: string): number => {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(`not an ISO 8601 instant: ${text}`);
  return instant;
};

export const isoOf = (instant: number): string => new Date(instant).toISOString();

export const isoOrNull = (instant: number | null): string | null =>
  instant === null ? null : isoOf(instant);

export const addDays = (instant: number, days: number): number => instant + days * dayMs;

/** Calendar months in UTC; a day that the month does not have becomes its last day. */
export const addMonths = (instant: number, months: number): number => {
  const start = new Date(instant);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), lastDay);
  const timeOfDay = instant - Date.UTC(year, start.getUTCMonth(), start.getUTCDate());
  return Date.UTC(year, month, day) + timeOfDay;
};

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `14 February 2027` */
export const dateText = (instant: number): string => {
  const date = new Date(instant);
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};

/** `14 February 2027, 09:30 UTC` */
export const momentText = (instant: number): string =>
  `${dateText(instant)}, ${isoOf(instant).slice(11, 16)} UTC`;

/** Earlier than anything: the start of what has no start. */
export const beginningOfTime = -8.64e15;
