import { createRange } from "@checkride/range/run-cases";
import { fail, ok, type Result } from "@checkride/rules/result";
import { compose } from "./compose.ts";
import { folderSignature } from "./features/content/folder-signature.ts";
import { isDemo } from "./features/demo/store.ts";
import { openInstallation } from "./open-installation.ts";
import type { Config } from "./platform/config.ts";
import { databaseFault } from "./platform/database.ts";
import { type Listening, listen } from "./platform/http/listen.ts";
import { repeat } from "./platform/jobs/repeat.ts";
import { prepareJobs } from "./platform/jobs/start-worker.ts";
import type { Log } from "./platform/log.ts";
import { readCurriculum } from "./read-curriculum.ts";
import { runWorker } from "./run-worker.ts";
import { startDemo } from "./start-demo.ts";
import { explainDatabaseError, explainListenError, type StartFault } from "./start-fault.ts";
import { type Parts, type Wired, wire } from "./wiring.ts";

export type ServeOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly services: ReadonlySet<"web" | "worker">;
  readonly demo: boolean;
  readonly say: (line: string) => void;
};

export type Serving = {
  readonly stop: () => Promise<void>;
  /** The embedded database went away by itself. */
  readonly broken: Promise<string>;
};

const flushEveryMs = 5_000;
const lookForContentEveryMs = 5_000;
const lookForAttemptsEveryMs = 5_000;

const originOf = (config: Config, port: number): string =>
  config.publicUrl ?? `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`;

/** Starts what is asked for in its order, and answers how to stop it in the reverse order. */
export const serve = async (options: ServeOptions): Promise<Result<Serving, StartFault>> => {
  try {
    return await start(options);
  } catch (error) {
    const fault = explainDatabaseError(error);
    if (!fault) throw error;
    return fail(fault);
  }
};

const start = async (options: ServeOptions): Promise<Result<Serving, StartFault>> => {
  const { config, log, say } = options;
  const opened = await openInstallation(config, log, say);
  if (!opened.ok) return opened;
  const installation = opened.value;
  const stops: (() => Promise<void>)[] = [installation.close];
  const stop = async () => {
    for (const step of stops.toReversed()) await step();
    stops.length = 0;
  };
  try {
    const started = await startServices(options, installation, stops);
    if (!started.ok) {
      await stop();
      return started;
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const broken = installation.database.exited.then(({ expected, lastLines }) =>
    expected ? new Promise<string>(() => undefined) : lastLines.join("\n"),
  );
  return ok({ stop, broken });
};

type Opened = Extract<Awaited<ReturnType<typeof openInstallation>>, { ok: true }>["value"];

const startServices = async (
  options: ServeOptions,
  installation: Opened,
  stops: (() => Promise<void>)[],
): Promise<Result<null, StartFault>> => {
  const { config, log, say, services } = options;
  const { settings } = installation.database;
  await prepareJobs(settings, log);
  const curriculum = await readCurriculum(config.curriculumOverlay, log);
  const host = config.publicUrl ? new URL(config.publicUrl).hostname : null;
  const range = createRange();
  stops.push(range.close);
  const clock = () => new Date();
  const address = { url: originOf(config, config.port), isPublic: config.publicUrl !== null };
  const { webhookNetworks } = config;
  const parts: Parts = {
    ...installation,
    curriculum,
    range,
    clock,
    address,
    host,
    webhookNetworks,
    log,
  };
  const wired = wire(parts);
  stops.push(wired.labs.book.close);
  await wired.content.book.lookAgain(parts.handle.db, parts.clock());
  stops.push(watchContent(parts, wired, log), gradeWhatIsLeft(wired, log));
  if (options.demo) {
    const demo = await startDemo(parts, wired, say);
    if (!demo.ok) return demo;
  }
  // From here on a start can tell by it whether it has the right master key.
  await wired.readSigner(installation.handle.db);
  const worker = services.has("worker") ? runWorker(parts, wired, settings, log) : null;
  if (worker) stops.push(worker.stop);
  if (!services.has("web")) return ok(null);
  const notReady = async () => {
    const reasons = [await databaseFault(installation.handle), worker?.fault() ?? null];
    return reasons.filter((reason) => reason !== null);
  };
  const { proxies, publicUrl } = config;
  const app = compose(parts, wired, { log, publicUrl, proxies, notReady });
  const listening = await tryListen(app.fetch, config);
  if (!listening.ok) return listening;
  // Who follows the stream is let go first: a connection that stays open would hold up the stop.
  stops.push(listening.value.close, flushRepeats(parts, wired, log), wired.webhooks.endStreams);
  await announce(parts, wired, options, originOf(config, listening.value.port));
  return ok(null);
};

/**
 * A folder of the organisation's own may be written into at any time, and another process may approve. A folder
 * that is being written into is left alone until it is quiet: half of a change is no version.
 */
const watchContent = ({ handle: { db }, clock, curriculum }: Parts, wired: Wired, log: Log) => {
  const { book } = wired.content;
  const { ownFolder } = curriculum;
  let seen = "";
  const run = async () => {
    const before = seen;
    seen = ownFolder === null ? "" : await folderSignature(ownFolder);
    if (seen === before && (await book.lookAgain(db, clock()))) {
      log.info("the content was read anew");
    }
    return false;
  };
  return repeat({ name: "content", pauseMs: lookForContentEveryMs, log, run }).stop;
};

/** Attempts that a process left when it ended, this one before its start among them. */
const gradeWhatIsLeft = ({ labs: { grader } }: Wired, log: Log) => {
  const run = async () => (await grader.takeUp()).length > 0;
  const looking = repeat({ name: "lab attempts", pauseMs: lookForAttemptsEveryMs, log, run });
  return async () => {
    await looking.stop();
    await grader.close();
  };
};

const flushRepeats = ({ handle: { db } }: Parts, { answerBook }: Wired, log: Log) => {
  const run = async () => {
    await answerBook.flush(db);
    return false;
  };
  const flushing = repeat({ name: "gate answers", pauseMs: flushEveryMs, log, run });
  return async () => {
    await flushing.stop();
    await answerBook.flush(db);
  };
};

type Answer = (request: Request, env: unknown) => Response | Promise<Response>;

const tryListen = async (
  answer: Answer,
  { host, port }: Config,
): Promise<Result<Listening, StartFault>> => {
  try {
    return ok(await listen((request, env) => answer(request, env), host, port));
  } catch (error) {
    return explainListenError(error, host, port);
  }
};

/** The one line that a start is for. */
const announce = async (
  parts: Parts,
  wired: Wired,
  { say }: ServeOptions,
  origin: string,
): Promise<void> => {
  const now = parts.clock();
  const { db } = parts.handle;
  const demo = await isDemo(db);
  const link = demo
    ? await wired.demoOwnerLink(db, { origin, now })
    : await wired.ensureFirstOwner(db, { origin, now });
  const until = link
    ? ` (works once, until ${link.expiresAt.slice(0, 16).replace("T", " ")} UTC)`
    : "";
  const who = demo ? "Sign in as the demo's owner" : "Sign in as the first owner";
  say(
    link ? `Checkride is at ${origin} — ${who}: ${link.url}${until}` : `Checkride is at ${origin}`,
  );
};
