import type { LabAttempt, LabCheckResult, LabPublicRun } from "@checkride/api/labs";

type Verdict = NonNullable<LabAttempt["verdict"]>;

/** "12 of 14 hold" */
export const holdText = (checks: readonly LabCheckResult[]): string => {
  const holds = checks.filter((check) => check.holds).length;
  return holds === checks.length
    ? `All ${checks.length} hold`
    : `${holds} of ${checks.length} ${holds === 1 ? "holds" : "hold"}`;
};

export const halfWords = { works: "Still works", attacks: "Attacks stopped" } as const;

/** "38 ms", "1.2 s" */
export const tookText = (tookMs: number): string =>
  tookMs < 1000 ? `${Math.max(1, Math.round(tookMs))} ms` : `${(tookMs / 1000).toFixed(1)} s`;

export const pointsText = (points: number): string =>
  `${points} ${points === 1 ? "point" : "points"}`;

/** "0:04", as a stop-watch shows it. */
export const elapsedText = (fromMs: number, nowMs: number): string => {
  const seconds = Math.max(0, Math.floor((nowMs - fromMs) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

export const isUnfinished = ({ state }: Pick<LabAttempt, "state">): boolean =>
  state === "waiting" || state === "running";

/** Where an attempt stands on its way to a verdict. */
export const waitingText = ({ state, before }: Pick<LabAttempt, "state" | "before">): string => {
  if (state === "running") return "Your submission is being graded.";
  if (before === null) return "Your submission waits for its turn.";
  if (before === 0) return "Your submission is next.";
  return `${before} ${before === 1 ? "submission is" : "submissions are"} before yours.`;
};

/** One line of the list of attempts. */
export const attemptText = (attempt: Pick<LabAttempt, "state" | "verdict">): string => {
  switch (attempt.state) {
    case "waiting":
      return "waits";
    case "running":
      return "is being graded";
    case "not-graded":
      return "not graded, counts for nothing";
    case "in-review":
      return "all hold, a person looks at it";
    case "graded":
      return attempt.verdict === null ? "graded" : verdictText(attempt.verdict);
  }
};

const verdictText = (verdict: Verdict): string =>
  `${holdText(verdict.checks).toLowerCase()}, ${pointsText(verdict.points)}`;

/** What a screen reader is told once a verdict is there: the count, and the first thing to look at. */
export const spokenVerdict = (verdict: Verdict): string => {
  const first = verdict.checks.find(({ holds }) => !holds);
  return first === undefined
    ? `${holdText(verdict.checks)}.`
    : `${holdText(verdict.checks)}. First to look at: ${first.says}`;
};

/** "2 of 3 public cases as wanted" */
export const runText = ({ cases, checks, load }: LabPublicRun): string => {
  if (load !== null) return "Nothing could be run";
  const all = cases.length > 0 ? cases.map(({ right }) => right) : checks.map(({ holds }) => holds);
  if (all.length === 0) return "It ran";
  const good = all.filter(Boolean).length;
  return `${good} of ${all.length} public ${cases.length > 0 ? "cases" : "checks"} as wanted`;
};

const limits: Readonly<Record<string, string>> = {
  ticks: "It ran for too long and was stopped.",
  time: "It ran for too long and was stopped.",
  memory: "It needed too much memory.",
  output: "It printed or handed back too much.",
  "host-calls": "It called out too often.",
};

export const limitText = (limit: string): string => limits[limit] ?? `A limit was hit: ${limit}.`;

const shownChars = 240;

/** What stands of a long value before all of it is asked for; null: it is short enough to stand there whole. */
export const beginningOf = (text: string): string | null =>
  text.length <= shownChars ? null : text.slice(0, shownChars).replace(/[\uD800-\uDBFF]$/, "");

/** "34.2 KB", "310 characters" */
export const lengthText = ({ length }: string): string =>
  length < 1000 ? `${length} characters` : `${(length / 1024).toFixed(1)} KB`;
