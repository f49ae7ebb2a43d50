import type { Path, Place } from "../fault.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault, TextFile } from "../source-file.ts";
import { faultIn } from "../source-file.ts";

type Reviewed = {
  readonly source: TextFile;
  readonly placeOf: (path: Path) => Place;
  readonly reviewed: string | null;
  readonly reviewBy: string | null;
};

const mostMonths = 6;
const noticeDays = 30;

/** Content gets old: it is looked at every six months at least. These faults hold on any day. */
export const checkReviewDates = (sources: Sources): FileFault[] =>
  reviewedPieces(sources).flatMap(({ source, placeOf, reviewed, reviewBy }) => {
    if (reviewed === null || reviewBy === null) return [];
    const latest = monthsAfter(reviewed, mostMonths);
    if (reviewBy > reviewed && reviewBy <= latest) return [];
    const says =
      reviewBy > reviewed
        ? `from ${reviewed} to ${reviewBy} are more than ${mostMonths} months`
        : "`reviewBy` is not after `reviewed`";
    const more = { meant: latest, cure: `write a day up to ${latest}` };
    return [faultIn(source, placeOf(["reviewBy"]), says, more)];
  });

/** What is due for review today. */
export const reviewFaults = (sources: Sources, today: string): FileFault[] =>
  reviewedPieces(sources).flatMap(({ source, placeOf, reviewBy }) => {
    if (reviewBy === null || reviewBy > daysAfter(today, noticeDays)) return [];
    const isLate = reviewBy < today;
    const says = isLate
      ? `the review was due by ${reviewBy}`
      : `the review is due by ${reviewBy}, in less than ${noticeDays} days`;
    const cure = "read it again, mend what is old, then set `reviewed` and `reviewBy`";
    const severity = isLate ? "error" : "warning";
    return [faultIn(source, placeOf(["reviewBy"]), says, { severity, cure })];
  });

const reviewedPieces = (sources: Sources): readonly Reviewed[] => [
  ...[...sources.modules.values(), ...sources.documents.values()].map(
    ({ source, placeOf, value: { reviewed, reviewBy } }) => ({
      source,
      placeOf,
      reviewed,
      reviewBy,
    }),
  ),
  ...[...sources.lessons.values()].map(({ source, placeOf, lesson: { reviewed, reviewBy } }) => ({
    source,
    placeOf,
    reviewed,
    reviewBy,
  })),
  ...sources.banks.flatMap(({ items }) =>
    items.map(({ source, placeOf, item: { reviewed, reviewBy } }) => ({
      source,
      placeOf,
      reviewed,
      reviewBy,
    })),
  ),
];

/** The last day of a shorter month stands for days that it does not have. */
const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + months, Math.min(date, lastDay)));
};

const daysAfter = (day: string, days: number): string =>
  isoDay(Date.parse(day) + days * 86_400_000);

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
