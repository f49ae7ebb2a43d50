const dayPattern = /^\d{4}-\d\d-\d\d$/;

export type AsOf =
  | { readonly kind: "now" }
  | { readonly kind: "then"; readonly day: string; readonly at: string }
  | { readonly kind: "fault"; readonly day: string; readonly says: string };

/** The end of a day in the reader's zone: whoever asks about 3 May means all that happened on it. */
export const asOfDay = (day: string | undefined, now: Date): AsOf => {
  if (day === undefined || day === "") return { kind: "now" };
  const end = new Date(`${day}T23:59:59.999`);
  if (!dayPattern.test(day) || Number.isNaN(end.getTime())) {
    return { kind: "fault", day, says: "This is no date. Write one such as 2026-05-03." };
  }
  const start = new Date(`${day}T00:00:00.000`);
  if (start.getTime() > now.getTime()) {
    return { kind: "fault", day, says: "This day is still to come. Choose a past one." };
  }
  return end.getTime() > now.getTime()
    ? { kind: "now" }
    : { kind: "then", day, at: end.toISOString() };
};
