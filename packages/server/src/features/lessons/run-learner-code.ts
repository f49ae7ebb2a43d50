import type { CodeRun } from "@checkride/api/given-answers";
import type { Run } from "@checkride/range/submission";
import type { RunCode } from "@checkride/rules/exercise";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { LessonDeps } from "./deps.ts";

const runsMax = 30;
const windowSeconds = 60;

/** Running code is the one costly thing here; a person who runs it twice a second is no person. */
export const limitRuns = async (
  deps: LessonDeps,
  db: Database,
  person: string,
  now: Date,
): Promise<Result<null, Refusal>> => {
  const ends = new Date(now.getTime() + windowSeconds * 1000);
  const { count, windowEndsAt } = await deps.countOne(db, `run:${person}`, now, ends);
  if (count <= runsMax) return ok(null);
  const left = Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000));
  return refuse("too-many-tries", `Code can be run ${runsMax} times a minute.`, {
    wayOut: `Wait ${left} s and run it again. Your code is still on the page.`,
    retryAfterSeconds: left,
  });
};

/** In the sandbox of the labs: what comes back are claims, judged against what the server alone knows. */
export const runLearnerCode = async (
  deps: LessonDeps,
  exercise: RunCode,
  code: string,
  person: string,
): Promise<Result<Run, Refusal>> => {
  const entry = exercise.language === "ts" ? "main.ts" : "main.py";
  const answer = await deps.runCases(
    {
      language: exercise.language,
      files: [{ path: entry, text: code }],
      entry,
      calls: exercise.calls,
      before: exercise.before,
      cases: exercise.cases.map(({ args, hidden }) => ({ args, hidden })),
      logs: true,
    },
    { person },
  );
  if (answer.outcome === "ran") return ok(answer.run);
  return refuse("range-away", answer.says, { wayOut: "Run it again in a moment." });
};

const charsMax = 4_000;

const cut = (text: string): string =>
  text.length > charsMax ? `${text.slice(0, charsMax)} …` : text;

/** `holds`: for each case, whether it came out as it should. */
export const runView = (exercise: RunCode, run: Run, holds: readonly boolean[]): CodeRun => ({
  load: run.load === null ? null : cut(run.load),
  output: cut(run.logs),
  cases: exercise.cases.map(({ says, hidden, args, returns }, index) => {
    const claim = run.claims[index];
    const open = { says, hidden, holds: holds[index] ?? false };
    if (hidden) return { ...open, args: null, wanted: null, got: null, error: null };
    return {
      ...open,
      args: JSON.stringify(args),
      wanted: JSON.stringify(returns),
      got: claim?.status === "returned" ? cut(JSON.stringify(claim.value)) : null,
      error: claim && claim.status !== "returned" ? cut(claim.says) : null,
    };
  }),
});
