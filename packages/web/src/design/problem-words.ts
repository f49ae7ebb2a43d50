import type { Problem } from "@checkride/api/problems";

const minutesSecondsText = (seconds: number): string => {
  if (seconds < 60) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const minutes = Math.ceil(seconds / 60);
  return `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
};

/** When a repeat can succeed, in words; null when waiting does not help. */
export const waitText = (problem: Problem): string | null =>
  problem.retryAfterSeconds === undefined
    ? null
    : `Try again in ${minutesSecondsText(problem.retryAfterSeconds)}.`;

const sentence = (says: string): string =>
  `${says.charAt(0).toUpperCase()}${says.slice(1)}${/[.!?]$/.test(says) ? "" : "."}`;

/** The fault that belongs to one field of a form, by its name in the body, as a sentence. */
export const faultOf = (problem: Problem | null, field: string): string | null => {
  const fault = problem?.faults?.find(
    (one) => one.in === `body/${field}` || one.in.startsWith(`body/${field}/`),
  );
  return fault === undefined ? null : sentence(fault.says);
};
