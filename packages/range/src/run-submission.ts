import type { CaseClaim } from "@checkride/rules/exercises/case-claim";
import { type Exchanged, exchange } from "./exchange.ts";
import { defaultLimits } from "./limits.ts";
import type { Job } from "./messages.ts";
import { engineName } from "./process/programs.ts";
import type { SandboxProcess } from "./process/sandbox-process.ts";
import { watchTime } from "./process/watch-time.ts";
import { sayPlace } from "./say-place.ts";
import type { Case, HostCall, LimitHit, Limits, RunAnswer, Submission } from "./submission.ts";

/** After one of these nothing that follows would mean anything. */
const isTheEnd = ({ claim }: Exchanged): boolean =>
  claim.status !== "returned" && claim.status !== "threw";

const jobOf = (submission: Submission, limits: Limits): Job & { readonly n: 0 } => ({
  n: 0,
  files: submission.files,
  entry: submission.entry,
  calls: submission.calls,
  before: submission.before ?? "",
  seed: submission.seed ?? 0,
  ticks: limits.ticks,
  freshPerCase: submission.freshPerCase ?? false,
});

/** Those that are seen come first: what runs after a hidden case could tell of it. */
const inOrder = (
  cases: readonly Case[],
): readonly { readonly one: Case; readonly place: number }[] =>
  cases
    .map((one, place) => ({ one, place }))
    .toSorted((a, b) => Number(a.one.hidden ?? false) - Number(b.one.hidden ?? false));

const hiddenSays = {
  threw: "It threw.",
  timeout: "It took too long.",
  memory: "It used up its memory.",
  crashed: "It ended without an answer.",
  protocol: "It broke the protocol.",
  "not-run": "It was not run.",
} as const;

/** Of a hidden case only what the judge needs: the value, or that there is none. */
const hide = (claim: CaseClaim): CaseClaim =>
  claim.status === "returned" ? claim : { status: claim.status, says: hiddenSays[claim.status] };

const inWords = (claim: CaseClaim, submission: Submission): CaseClaim =>
  claim.status === "returned" ? claim : { ...claim, says: sayPlace(claim.says, submission) };

const notRun: CaseClaim = { status: "not-run", says: hiddenSays["not-run"] };

type Tally = {
  readonly claims: CaseClaim[];
  readonly hostCalls: (readonly HostCall[])[];
  readonly hits: Set<LimitHit>;
  logs: string;
};

const startTally = (cases: readonly Case[]): Tally => ({
  claims: cases.map(() => notRun),
  hostCalls: cases.map(() => []),
  hits: new Set(),
  logs: "",
});

const fault: RunAnswer = {
  outcome: "error",
  says: "The range had a fault of its own. Nothing was counted; submit again.",
};

/** One submission in one process. Whether anything may run in it afterwards is the caller's to decide. */
export const runSubmission = async (
  sandbox: SandboxProcess,
  submission: Submission,
): Promise<RunAnswer> => {
  const began = performance.now();
  const limits = { ...defaultLimits[submission.language], ...submission.limits };
  const stopWatching = watchTime(sandbox, limits);
  try {
    const tally = startTally(submission.cases);
    const load = await runCasesOf(sandbox, submission, limits, tally);
    if (load === "fault") return fault;
    const { claims, hostCalls, hits, logs } = tally;
    const run = { claims, load, logs, hostCalls, limitsHit: [...hits] };
    const engines = engineName(submission.language);
    return { outcome: "ran", run: { ...run, engines, tookMs: performance.now() - began } };
  } finally {
    stopWatching();
  }
};

/** Null, or why the program did not load. */
const runCasesOf = async (
  sandbox: SandboxProcess,
  submission: Submission,
  limits: Limits,
  tally: Tally,
): Promise<string | null | "fault"> => {
  const budget = { left: limits.hostCalls };
  const keep = ({ logs, hit }: Exchanged, isHidden: boolean): void => {
    if (submission.logs === true && !isHidden) tally.logs += logs;
    if (hit !== null) tally.hits.add(hit);
  };
  const loaded = await exchange(sandbox, jobOf(submission, limits), { answer: null, budget });
  if (loaded.isFault) return "fault";
  keep(loaded, false);
  if (loaded.claim.status !== "returned") {
    const says = sayPlace(loaded.claim.says, submission);
    tally.claims.fill({ status: loaded.claim.status, says });
    return says;
  }
  for (const [index, { one, place }] of inOrder(submission.cases).entries()) {
    const seed = one.seed ?? submission.seed ?? 0;
    const ask = { n: index + 1, args: JSON.stringify(one.args), seed };
    const answer = submission.host?.(place) ?? null;
    const done = await exchange(sandbox, ask, { answer, budget });
    if (done.isFault) return "fault";
    const isHidden = one.hidden ?? false;
    tally.claims[place] = isHidden ? hide(done.claim) : inWords(done.claim, submission);
    tally.hostCalls[place] = done.hostCalls;
    keep(done, isHidden);
    if (isTheEnd(done)) break;
  }
  return null;
};
