import type { Path } from "./fault.ts";

/** What somebody meant who wrote a length or a share in another way: `1 year`, `12`, `2 weeks`, `80`. */
export const guess = (path: Path, value: unknown): string | null => {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z%]*)\s*$/i.exec(String(value));
  if (match?.[1] === undefined) return null;
  const unit = (match[2] ?? "").toLowerCase();
  switch (path.at(-1)) {
    case "refresh":
    case "validity":
      return written(Number(match[1]) * (monthsIn[unit] ?? Number.NaN), "month");
    case "notice":
    case "grace":
    case "firstDue":
    case "within":
      return written(Number(match[1]) * (daysIn[unit] ?? Number.NaN), "day");
    case "maxAge":
    case "longest":
      return span(match[1], unit);
    case "passMark":
      return unit === "" || unit === "%" ? `${match[1]}%` : null;
    default:
      return null;
  }
};

const monthsIn: Readonly<Record<string, number>> = {
  "": 1,
  m: 1,
  mo: 1,
  month: 1,
  months: 1,
  y: 12,
  year: 12,
  years: 12,
};

const daysIn: Readonly<Record<string, number>> = {
  "": 1,
  d: 1,
  day: 1,
  days: 1,
  w: 7,
  week: 7,
  weeks: 7,
  month: 30,
  months: 30,
};

const spanUnits: Readonly<Record<string, string>> = {
  "": "minute",
  m: "minute",
  min: "minute",
  minutes: "minute",
  h: "hour",
  hours: "hour",
  d: "day",
  days: "day",
};

const span = (amount: string, unit: string): string | null => {
  const known = spanUnits[unit];
  return known === undefined ? null : written(Number(amount), known);
};

const written = (amount: number, unit: string): string | null => {
  if (!Number.isInteger(amount)) return null;
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
};
