import { availableParallelism } from "node:os";
import { type FairQueue, makeFairQueue } from "./fair-queue.ts";
import { makePool, type Pool } from "./pool.ts";
import type { LayerReport } from "./process/layer.ts";
import { refusalOf } from "./refuse-submission.ts";
import { runSubmission } from "./run-submission.ts";
import type { Language, RunAnswer, Submission } from "./submission.ts";

export type RangeOptions = {
  /** How many submissions run at once; as a rule the number of cores. */
  readonly atOnce?: number;
  /** How many processes of each language are ready before anybody asks, once somebody has asked. */
  readonly warmMax?: number;
  readonly waitingMax?: number;
  readonly perPersonMax?: number;
  /**
   * For an author's own solutions: a process in which all went well runs the next one too, which saves most of the time of a
   * proof. Never for what learners hand in.
   */
  readonly reuse?: true;
  /** A built sandbox program that lies elsewhere than beside the server. */
  readonly programFile?: string;
};

export type RunOptions = {
  /** Turns are taken between people. */
  readonly person?: string;
  /** The person went away: what waits is forgotten, what runs is killed. */
  readonly signal?: AbortSignal;
  /** How many are before this one, each time that changes; 0 when it is the next, null once it runs. */
  readonly onPosition?: (before: number | null) => void;
};

export type Range = {
  readonly runCases: (submission: Submission, options?: RunOptions) => Promise<RunAnswer>;
  /** Gets processes ready before anybody asks. */
  readonly warm: (language: Language) => Promise<void>;
  /** What holds learner code back beyond the first layer on this machine, and why not more. */
  readonly layerReport: () => Promise<LayerReport>;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly submission: Submission;
  readonly options: RunOptions;
  readonly answer: (answer: RunAnswer) => void;
  told: number | null;
};

/** For each core; Python takes more of the memory. */
const warmPerCore: Readonly<Record<Language, number>> = { ts: 3, python: 2 };
/** Somebody reads a verdict first; getting the next process ready must not hold up its way to them. */
const refillAfterMs = 150;

const error = (says: string): RunAnswer => ({ outcome: "error", says });
const full = "Too many submissions are waiting. Nothing was counted; submit again in a minute.";
const notAble = "Code cannot be run at the moment. Nothing was counted; submit again later.";
const gone = "The submission was withdrawn.";
const closing = "The range is closing. Nothing was counted; submit again in a minute.";

/** While some wait, no more is made ready than the next of them need; in the quiet that follows, for many to come. */
const keepReady = (
  pool: Pool,
  atOnce: number,
  { reuse, warmMax }: RangeOptions,
  waiting: () => number,
) => {
  const now = (language: Language): Promise<void> =>
    pool.fill(language, warmMax ?? atOnce * warmPerCore[language]);
  // Who takes a process that did not start says so; here nobody waits for one.
  const quietly = (filling: Promise<void>) => void filling.catch(() => undefined);
  return {
    now,
    forWaiting: (language: Language): void => {
      if (reuse !== true) quietly(pool.fill(language, Math.min(waiting(), atOnce)));
    },
    later: (language: Language): void => {
      const inQuiet = () => {
        if (waiting() === 0) quietly(now(language));
      };
      if (reuse !== true) setTimeout(inQuiet, refillAfterMs).unref();
    },
  };
};

/** Where learner code runs. What comes out of it is claimed, not proven: see `grade.ts`. */
export const createRange = (options: RangeOptions = {}): Range => {
  const atOnce = options.atOnce ?? Math.max(2, availableParallelism());
  const { programFile } = options;
  const reuse = options.reuse === true;
  const pool = makePool({ ...(programFile && { programFile }), runsMany: reuse });
  const queue = makeFairQueue<Waiting>({
    waitingMax: options.waitingMax ?? 500,
    perPersonMax: options.perPersonMax ?? 5,
  });
  const running = new Set<Promise<void>>();
  let isClosed = false;

  const ready = keepReady(pool, atOnce, options, () => queue.items().length);

  const startNext = (): void => {
    while (running.size < atOnce) {
      const next = queue.next();
      if (next === undefined) break;
      if (next.told !== null) next.options.onPosition?.(null);
      const { language } = next.submission;
      const run = runOne(pool, next, reuse, () => ready.forWaiting(language)).finally(() => {
        running.delete(run);
        startNext();
        ready.later(language);
      });
      running.add(run);
    }
    tellPositions(queue);
  };

  const runCases = (submission: Submission, runOptions: RunOptions = {}): Promise<RunAnswer> =>
    new Promise((answer) => {
      const refused = refusalOf(submission);
      if (refused !== null) return answer(refused);
      if (isClosed) return answer(error(closing));
      const waiting = { submission, options: runOptions, answer, told: null };
      const person = runOptions.person ?? "";
      if (queue.add(person, waiting) === null) return answer(error(full));
      runOptions.signal?.addEventListener("abort", () => {
        queue.remove(waiting);
        answer(error(gone));
        tellPositions(queue);
      });
      startNext();
    });

  return {
    runCases,
    warm: ready.now,
    layerReport: pool.layerReport,
    close: async () => {
      isClosed = true;
      for (const waiting of queue.items()) {
        queue.remove(waiting);
        waiting.answer(error(closing));
      }
      await pool.close();
      await Promise.all(running);
    },
  };
};

const tellPositions = (queue: FairQueue<Waiting>): void => {
  for (const [before, waiting] of queue.items().entries()) {
    if (waiting.told === before) continue;
    waiting.told = before;
    waiting.options.onPosition?.(before);
  }
};

const wentWell = (answer: RunAnswer): boolean =>
  answer.outcome === "ran" &&
  answer.run.claims.every(({ status }) => status === "returned" || status === "threw");

const runOne = async (
  pool: Pool,
  { submission, options, answer }: Waiting,
  reuse: boolean,
  taken: () => void,
): Promise<void> => {
  const { signal } = options;
  if (signal?.aborted) return answer(error(gone));
  try {
    const sandbox = await pool.take(submission.language);
    const leave = () => sandbox.kill("The person went away.");
    signal?.addEventListener("abort", leave);
    taken();
    if (signal?.aborted) leave();
    const ran = await runSubmission(sandbox, submission);
    signal?.removeEventListener("abort", leave);
    const isKept = reuse && wentWell(ran);
    if (isKept) pool.giveBack(submission.language, sandbox);
    else sandbox.kill("done");
    answer(ran);
    if (!isKept) await sandbox.ended;
  } catch (caught) {
    const says = caught instanceof Error ? caught.message : String(caught);
    answer({ outcome: "error", says: notAble, because: says });
  }
};
