/**
 * How long a verdict takes, and that hostile programs leave nothing behind: one learner, twenty at once, then two hundred
 * programs that loop, grow, forge and escape, one after the other, with the honest verdict and the memory before and after.
 *
 *   node bench/range.ts [verdicts for one learner] [hostile programs]
 *
 * With `npm run build` before it, the built sandbox program is measured, as a server uses it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gradeSubmission } from "../packages/range/src/grade.ts";
import { honest, ordersLab } from "../packages/range/src/hostile/orders-lab.ts";
import { readPrograms } from "../packages/range/src/hostile/read-programs.ts";
import { createRange } from "../packages/range/src/run-cases.ts";
import type { Language } from "../packages/range/src/submission.ts";

const [verdicts = 40, hostileCount = 200] = process.argv.slice(2).map(Number);
const built = join(import.meta.dirname, "../dist/range-child.js");
const range = createRange(existsSync(built) ? { programFile: built } : {});
const languages: readonly Language[] = ["ts", "python"];
const short = { ticks: 600, cpuMs: 500, wallMs: 10_000, hostCalls: 20 };

const grade = async (language: Language, text: string, limits?: typeof short) => {
  const lab = ordersLab(language, limits);
  const began = performance.now();
  const answer = await gradeSubmission(range, lab, [{ path: lab.entry, text }], "bench", {
    person: String(Math.random()),
  });
  if (answer.outcome === "error") throw new Error(answer.says);
  return { ms: performance.now() - began, passed: answer.graded.verdict.passed };
};

const honestly = async (language: Language): Promise<number> => {
  const { ms, passed } = await grade(language, honest[language][0] ?? "");
  if (!passed) throw new Error("An honest program did not pass.");
  return ms;
};

const at = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};

const row = (what: string, times: readonly number[], bar: string) => ({
  what,
  verdicts: times.length,
  "p50 ms": at(times, 0.5),
  "p95 ms": at(times, 0.95),
  "longest ms": at(times, 1),
  bar,
});

/** A person reads what came out before trying again; by then the next process is warm. */
const pause = () => new Promise((go) => setTimeout(go, 700));

const alone = async (language: Language, count: number): Promise<number[]> => {
  const times: number[] = [];
  while (times.length < count) {
    await pause();
    times.push(await honestly(language));
  }
  return times;
};

/** This process and all that it started. */
const memoryMb = (): { own: number; all: number; processes: number } => {
  const rssOf = (pid: string): number => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "latin1");
      const isMine = pid === String(process.pid) || status.includes(`PPid:\t${process.pid}\n`);
      return isMine ? Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 : 0;
    } catch {
      return 0;
    }
  };
  const sizes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(rssOf);
  const all = sizes.filter((size) => size > 0);
  return {
    own: Math.round(rssOf(String(process.pid))),
    all: Math.round(all.reduce((sum, size) => sum + size, 0)),
    processes: all.length - 1,
  };
};

const { inForce, because } = await range.layerReport();
console.log(`second layer: ${inForce ?? "none"}. ${because.join(" ")}`);
const table: ReturnType<typeof row>[] = [];
for (const language of languages) {
  await range.warm(language);
  await alone(language, 3);
  const bar = language === "ts" ? "p50 100, p95 250" : "p95 1000";
  table.push(row(`${language}, one learner, warm`, await alone(language, verdicts), bar));
}
for (const language of languages) {
  await pause();
  const times = await Promise.all(Array.from({ length: 20 }, () => honestly(language)));
  table.push(row(`${language}, 20 at once`, times, language === "ts" ? "p95 2000" : "p95 6000"));
}
console.table(table);

const after: Record<string, unknown>[] = [];
for (const language of languages) {
  const programs = readPrograms(language);
  await pause();
  const [timesBefore, memoryBefore] = [await alone(language, 10), memoryMb()];
  const began = performance.now();
  let passed = 0;
  for (let i = 0; i < hostileCount; i++) {
    const { text } = programs[i % programs.length] ?? { text: "" };
    if ((await grade(language, text, short)).passed) passed += 1;
  }
  const seconds = (performance.now() - began) / 1000;
  const firstAfter = await honestly(language);
  const [timesAfter, memoryAfter] = [await alone(language, 10), memoryMb()];
  after.push({
    language,
    hostile: hostileCount,
    passed,
    "s for all": Math.round(seconds),
    "p50 before": at(timesBefore, 0.5),
    "first after": Math.round(firstAfter),
    "p50 after": at(timesAfter, 0.5),
    "own MB before": memoryBefore.own,
    "own MB after": memoryAfter.own,
    "all MB before": memoryBefore.all,
    "all MB after": memoryAfter.all,
    "processes before": memoryBefore.processes,
    "processes after": memoryAfter.processes,
  });
}
console.table(after);
await range.close();
