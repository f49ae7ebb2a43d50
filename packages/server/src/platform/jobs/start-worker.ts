import { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import type { ConnectionSettings } from "../connection.ts";
import { openPool } from "../database.ts";
import type { Log } from "../log.ts";
import { repeat } from "./repeat.ts";
import { startWorkerLife } from "./worker-life.ts";

/**
 * A job may run twice (its worker died, it failed half way): handlers must bear that. `stopping` asks a long
 * one to come to an end, after it has queued what is left.
 */
export type JobHandlers = Readonly<
  Record<string, (payload: unknown, stopping: AbortSignal) => Promise<void>>
>;

export type WorkerOptions = {
  readonly settings: ConnectionSettings;
  readonly handlers: JobHandlers;
  /** Jobs that come by the clock, in the five fields of cron, UTC: `{ "session.clean": "17 * * * *" }`. */
  readonly schedule?: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly concurrency?: number;
};

export type Worker = { readonly stop: (limitMs?: number) => Promise<void> };

/** Makes or updates the queue's own tables; before the first `enqueue`. */
export const prepareJobs = async (settings: ConnectionSettings, log: Log): Promise<void> => {
  const pgPool = openPool(settings, 2);
  try {
    await runMigrations({ pgPool, logger: queueLogger(log) });
  } finally {
    await pgPool.end();
  }
};

/**
 * Runs jobs until it is stopped. When the queue gives up, as it does while the database is away, it is begun
 * anew.
 */
export const startWorker = (options: WorkerOptions): Worker => {
  const { settings, log, concurrency = 2 } = options;
  const life = startWorkerLife({ settings, log });
  const pgPool = openPool(settings, concurrency + 2);
  let runner: Runner | null = null;
  const loop = repeat({
    name: "jobs",
    pauseMs: 500,
    log,
    run: async (signal) => {
      const events: WorkerEvents = new EventEmitter();
      events.on("pool:create", ({ workerPool }) => life.claim(workerPool.id));
      runner = await run({
        pgPool,
        events,
        concurrency,
        logger: queueLogger(log),
        noHandleSignals: true,
        taskList: taskList(options.handlers, log, signal),
        parsedCronItems: cronItems(options.schedule ?? {}),
      });
      const stop = () => void runner?.stop().catch(() => undefined);
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
      await runner.promise;
      return false;
    },
  });
  let stopped: Promise<unknown> | null = null;
  const stop = async (limitMs: number): Promise<void> => {
    await loop.stop(limitMs);
    await life.stop(1_000);
    // A job that does not end would hold its connection for ever.
    await Promise.race([pgPool.end(), delay(1_000, undefined, { ref: false })]);
  };
  return {
    stop: async (limitMs = 10_000) => {
      stopped ??= stop(limitMs);
      await stopped;
    },
  };
};

const taskList = (handlers: JobHandlers, log: Log, stopping: AbortSignal): TaskList =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      async (payload) => {
        const started = performance.now();
        await handle(payload, stopping);
        log.debug({ job: name, ms: Math.round(performance.now() - started) }, "job done");
      },
    ]),
  );

const cronItems = (schedule: Readonly<Record<string, string>>) =>
  parseCronItems(
    Object.entries(schedule).map(([task, match]) => ({
      task,
      match,
      // What was missed while nothing ran is done once by the next turn.
      options: { backfillPeriod: 0, jobKey: task },
    })),
  );

const queueLogger = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === "error") log.error({ queue: true }, message);
    else if (level === "warning") log.warn({ queue: true }, message);
    else log.debug({ queue: true }, message);
  });
