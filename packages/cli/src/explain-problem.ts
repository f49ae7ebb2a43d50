import type { Problem } from "@checkride/api/problems";
import type { Exit } from "./exits.ts";
import { complain, type Outcome } from "./outcome.ts";

const exitOf = ({ status }: Problem): Exit => {
  if (status === 401 || status === 403) return "not-permitted";
  if (status === 409) return "conflict";
  if (status === 0 || status === 429 || status === 503) return "not-reached";
  return status >= 500 ? "bug" : "negative";
};

const wait = ({ retryAfterSeconds }: Problem): string =>
  retryAfterSeconds === undefined ? "" : ` Try again in ${retryAfterSeconds} s.`;

/** What the server refused, in its own words. */
export const explainProblem = (problem: Problem, server: string): Outcome => {
  const { code, title, detail, faults, wayOut, status, requestId } = problem;
  const says =
    status === 0 ? `${server} does not answer: ${detail}` : `${title}. ${detail}${wait(problem)}`;
  return complain(exitOf(problem), {
    code: status === 0 ? "not-reached" : code,
    says: requestId && status >= 500 ? `${says} (request ${requestId})` : says,
    ...(faults && { faults: faults.map((fault) => `${fault.in}: ${fault.says}`) }),
    ...(wayOut && { wayOut }),
  });
};
