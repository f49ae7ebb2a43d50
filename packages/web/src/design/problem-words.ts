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

/** The fault that belongs to one field of a form, by its name in the body. */
export const faultOf = (problem: Problem | null, field: string): string | null =>
  problem?.faults?.find(
    (fault) => fault.in === `body/${field}` || fault.in.startsWith(`body/${field}/`),
  )?.says ?? null;
