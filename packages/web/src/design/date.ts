const dayMs = 86_400_000;

type Zone = string | undefined;

const parts = (at: string, zone: Zone): { year: string; month: string; day: string } => {
  const found = new Map(
    new Intl.DateTimeFormat("en-GB", {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      timeZone: zone,
    })
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  );
  return {
    year: (found.get("year") ?? "").padStart(4, "0"),
    month: found.get("month") ?? "",
    day: found.get("day") ?? "",
  };
};

/** "14 February 2027", in the viewer's zone unless one is given. */
export const formatDate = (at: string, zone?: Zone): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: zone }).format(new Date(at));

/** "Tuesday 24 November" */
export const formatWeekday = (at: string, zone?: Zone): string =>
  new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: zone,
  })
    .format(new Date(at))
    .replace(",", "");

/** "2027-02-14", for tables. */
export const isoDate = (at: string, zone?: Zone): string => {
  const { year, month, day } = parts(at, zone);
  return `${year}-${month}-${day}`;
};

/** "09:31" */
export const formatTime = (at: string, zone?: Zone): string =>
  new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(new Date(at));

/** "2027-02-14 09:31", for tables of what happened. */
export const isoMinute = (at: string, zone?: Zone): string =>
  `${isoDate(at, zone)} ${formatTime(at, zone)}`;

/** The moment itself, without a zone to guess: "2027-02-14 08:31:00 UTC". */
export const utcText = (at: string): string =>
  `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;

/** Calendar days from `now` to `at`, as somebody with a wall calendar counts them. */
export const daysBetween = (now: string, at: string, zone?: Zone): number =>
  Math.round((Date.parse(isoDate(at, zone)) - Date.parse(isoDate(now, zone))) / dayMs);

const counted = (count: number, unit: string): string =>
  `${count} ${count === 1 ? unit : `${unit}s`}`;

const span = (days: number): string => {
  if (days < 100) return counted(days, "day");
  if (days < 730) return counted(Math.round(days / 30.4), "month");
  return counted(Math.round(days / 365.25), "year");
};

/** "today", "tomorrow", "in 82 days", "3 days ago" */
export const relativeDay = (now: string, at: string, zone?: Zone): string => {
  const days = daysBetween(now, at, zone);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${span(days)}` : `${span(-days)} ago`;
};

/** "just now", "12 minutes ago", "3 hours ago", then by days. */
export const relativeMoment = (now: string, at: string, zone?: Zone): string => {
  const minutes = Math.round((Date.parse(now) - Date.parse(at)) / 60_000);
  if (minutes < -1 || minutes >= 24 * 60) return relativeDay(now, at, zone);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${counted(minutes, "minute")} ago`;
  return `${counted(Math.floor(minutes / 60), "hour")} ago`;
};
