/** Lengths and shares as people write them: `12 months`, `60 days`, `4 hours`, `80%`. */

export const monthsPattern = /^([0-9]{1,4}) months?$/;
export const daysPattern = /^([0-9]{1,5}) days?$/;
export const spanPattern = /^([0-9]{1,5}) (minute|hour|day)s?$/;
export const percentPattern = /^([0-9]{1,3}(?:\.[0-9]{1,2})?) ?%$/;

export const monthsOf = (text: string): number => numberBy(monthsPattern, text);

export const daysOf = (text: string): number => numberBy(daysPattern, text);

const minutesIn: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

export const minutesOf = (text: string): number =>
  numberBy(spanPattern, text) * (minutesIn[spanPattern.exec(text)?.[2] ?? ""] ?? 1);

/** `80%` and `0.8` are one share; `none` is no pass mark at all. */
export const shareOf = (mark: string | number): number | null => {
  if (mark === "none") return null;
  return typeof mark === "number" ? mark : numberBy(percentPattern, mark) / 100;
};

const numberBy = (pattern: RegExp, text: string): number => {
  const match = pattern.exec(text);
  if (match?.[1] === undefined) throw new RangeError(`not checked before: ${text}`);
  return Number(match[1]);
};
