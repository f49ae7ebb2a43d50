import type { StandingView } from "@checkride/api/standing";
import { formatDate, isoDate } from "../../design/date.ts";

export type YearSpan = {
  readonly certificate: string;
  readonly title: string;
  /** `held`: it counts. `open`: time left to earn it. */
  readonly kind: "held" | "open";
  readonly tone: "current" | "due" | "lapsed" | "none";
  /** Shares of the axis, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Where grace ends, if it reaches beyond `to`. */
  readonly graceTo: number | null;
  /** It goes on beyond the axis. */
  readonly goesOn: boolean;
  /** The same in words. */
  readonly says: string;
};

export type YearAhead = {
  readonly today: number;
  readonly months: readonly {
    readonly share: number;
    readonly at: string;
    readonly label: string;
  }[];
  readonly spans: readonly YearSpan[];
};

const monthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];
const monthsShown = 13;

const toneOf = (standing: StandingView): YearSpan["tone"] => {
  if (standing.state === "exempt") return "none";
  if (standing.state === "due") return "due";
  if (standing.holds) return "current";
  return standing.overdue || standing.state === "lapsed" ? "lapsed" : "none";
};

const wordsOf = (standing: StandingView, stop: string | null, zone: string | undefined): string => {
  const date = stop === null ? null : formatDate(stop, zone);
  if (standing.holds) return date === null ? "no end" : `until ${date}`;
  if (standing.state === "lapsed" && standing.validUntil !== null) {
    return `ended on ${formatDate(standing.validUntil, zone)}`;
  }
  if (date === null) return "no date";
  return standing.overdue ? `was due by ${date}` : `due by ${date}`;
};

/** From the first of this month to the same day a year on; every certificate as far as it reaches. */
export const yearAhead = (
  standings: readonly StandingView[],
  now: string,
  zone?: string,
): YearAhead => {
  const [year = "0", month = "1"] = isoDate(now, zone).split("-");
  const monthAt = (offset: number) => Date.UTC(Number(year), Number(month) - 1 + offset, 1);
  const begin = monthAt(0);
  const end = monthAt(monthsShown);
  const shareOf = (at: string): number => {
    const day = Date.parse(isoDate(at, zone));
    return Math.min(1, Math.max(0, (day - begin) / (end - begin)));
  };
  const today = shareOf(now);
  const months = Array.from({ length: monthsShown }, (_, offset) => {
    const at = new Date(monthAt(offset));
    return {
      at: at.toISOString(),
      share: (at.getTime() - begin) / (end - begin),
      label: monthNames[at.getUTCMonth()] ?? "",
    };
  });
  const spanOf = (standing: StandingView): YearSpan => {
    const stop = standing.holds ? (standing.validUntil ?? standing.holdsUntil) : standing.dueBy;
    const to = stop === null ? (standing.holds ? 1 : today) : Math.max(today, shareOf(stop));
    const grace =
      standing.holds && standing.holdsUntil !== null && stop !== standing.holdsUntil
        ? shareOf(standing.holdsUntil)
        : null;
    return {
      certificate: standing.certificate,
      title: standing.title,
      kind: standing.holds ? "held" : "open",
      tone: toneOf(standing),
      from: today,
      to,
      graceTo: grace !== null && grace > to ? grace : null,
      goesOn: standing.holds && (stop === null || Date.parse(stop) > end),
      says: wordsOf(standing, stop, zone),
    };
  };
  return { today, months, spans: standings.map(spanOf) };
};
