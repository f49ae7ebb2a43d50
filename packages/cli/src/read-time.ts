const day = /^\d{4}-\d{2}-\d{2}$/;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A day (its beginning in UTC) or a time with its zone, as UTC; null when it is neither or does not exist. */
export const readTime = (text: string): string | null => {
  if (!day.test(text) && !time.test(text)) return null;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return null;
  // Engines roll 31 February over into March.
  const daysInMonth = new Date(Date.UTC(+text.slice(0, 4), +text.slice(5, 7), 0)).getUTCDate();
  return +text.slice(8, 10) <= daysInMonth ? new Date(ms).toISOString() : null;
};
