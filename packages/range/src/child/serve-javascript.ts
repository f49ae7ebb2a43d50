import { logBytesMax } from "../limits.ts";
import type { Ask, HostReply, Job } from "../messages.ts";
import { type CaseWorld, type Machine, openJavaScript, type Program } from "./javascript-engine.ts";
import { type LogKeeper, makeLogKeeper } from "./log-keeper.ts";
import { stripTypes } from "./strip-types.ts";
import { readLine, writeFrame } from "./wire.ts";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

class OutOfTicks extends Error {}

/** One budget for the whole submission. */
const makeTicker = (ticks: number): (() => void) => {
  let left = ticks;
  return () => {
    left -= 1;
    if (left < 0) throw new OutOfTicks();
  };
};

const programOf = (job: Job): Program | string => {
  const sources = new Map<string, string>();
  for (const { path, text } of job.files) {
    const whole = path === job.entry && job.before !== "" ? `${job.before}\n${text}` : text;
    const code = stripTypes(path, whole);
    if (!code.ok) return code.error;
    sources.set(path, code.value);
  }
  return { sources, entry: job.entry, calls: job.calls };
};

const worldOf = (ask: Ask, tick: () => void, logs: LogKeeper): CaseWorld => ({
  seed: ask.seed,
  tick,
  print: (text) => logs.add(encoder.encode(text)),
  ask: (name, args) => {
    writeFrame(ask.n, "host", `{"name":${JSON.stringify(name)},"args":${args}}`);
    const reply: HostReply = JSON.parse(decoder.decode(readLine()));
    return JSON.stringify(reply);
  },
});

/** False when nothing may follow. */
const answer = async (machine: Machine, ask: Ask, tick: () => void): Promise<boolean> => {
  const logs = makeLogKeeper(logBytesMax);
  try {
    const args = ask.n === 0 ? null : ask.args;
    const { status, text } = await machine(worldOf(ask, tick, logs), args);
    writeFrame(ask.n, status, text, logs.take());
    return true;
  } catch (error) {
    if (error instanceof OutOfTicks) {
      writeFrame(ask.n, "timeout", "It used up its steps.", logs.take());
    } else writeFrame(ask.n, "ended", "", logs.take());
    return false;
  }
};

/** `ready` is called when everything is loaded and warm. */
export const openJavaScriptServer = async (
  module: WebAssembly.Module,
  ready: () => void,
): Promise<void> => {
  const machineFor = openJavaScript(module);
  const idle = {
    sources: new Map([["warm.ts", "export const warm = () => null"]]),
    entry: "warm.ts",
    calls: "warm",
  };
  const quiet = worldOf({ n: 0, args: "[]", seed: 0 }, () => undefined, makeLogKeeper(0));
  const warming = machineFor(idle);
  await warming(quiet, null);
  await warming(quiet, "[]");
  stripTypes("warm.ts", "export const warm = (a: number): number => a;");
  ready();
  let job: Job | null = JSON.parse(decoder.decode(readLine()));
  while (job !== null) job = await serveJob(machineFor, job);
};

/** Learners get one process each. Where an author's own solutions are tried, the next job follows: no machine outlives a case. */
const serveJob = async (
  machineFor: (program: Program) => Machine,
  job: Job,
): Promise<Job | null> => {
  const program = programOf(job);
  if (typeof program === "string") {
    writeFrame(0, "threw", program);
    return JSON.parse(decoder.decode(readLine()));
  }
  const machine = machineFor(program);
  const tick = makeTicker(job.ticks);
  let ask: Ask = { n: 0, args: "[]", seed: job.seed };
  while (await answer(machine, ask, tick)) {
    const next: Ask | Job = JSON.parse(decoder.decode(readLine()));
    if ("files" in next) return next;
    ask = next;
  }
  return null;
};
