/**
 * How long it takes from handing in to the verdict, through the whole server: one learner, twenty at once, then two hundred
 * hostile programs handed in by as many hands, and one learner again.
 *
 *   [DATABASE_URL=postgres://…] node bench/lab-attempts.ts [verdicts for one learner] [hostile programs] [ts | python]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, createClient } from "../packages/api/src/client.ts";
import type { LabAttempt } from "../packages/api/src/labs.ts";
import { readPrograms } from "../packages/range/src/hostile/read-programs.ts";
import { benchOrigin, openBenchApp } from "./lib/bench-app.ts";

const [verdicts = 40, hostileCount = 200] = process.argv.slice(2, 4).map(Number);
const learnersMax = 40;
const app = await openBenchApp(learnersMax, 0);

const labs = {
  ts: { id: "L07", edits: ["summarise.ts", "attacks.ts"] },
  python: { id: "L17", edits: ["suggestions.py"] },
} as const;
type Language = keyof typeof labs;

const referenceOf = ({ id, edits }: (typeof labs)[Language]) =>
  edits.map((path) => ({
    path,
    text: readFileSync(
      join(import.meta.dirname, "../curriculum/labs", id, "reference", path),
      "utf8",
    ),
  }));

const must = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

type Learner = { readonly client: Client; readonly workspace: string };

const begin = async (person: string, lab: string): Promise<Learner> => {
  const client = createClient({
    baseUrl: benchOrigin,
    headers: { origin: benchOrigin, cookie: await app.cookieFor(person) },
    fetch: async (input, init) => app.fetch(new Request(input, init)),
  });
  const { id } = must(await client("POST /api/labs/{lab}/workspaces", { params: { lab } }));
  return { client, workspace: id };
};

type Files = { readonly path: string; readonly text: string }[];

/** As a page does it: what is not there at once is waited for. */
const verdict = async ({ client, workspace }: Learner, files: Files) => {
  const began = performance.now();
  let attempt: LabAttempt = must(
    await client("POST /api/lab-workspaces/{workspace}/attempts", {
      params: { workspace },
      body: { files },
    }),
  );
  while (attempt.state === "waiting" || attempt.state === "running") {
    attempt = must(
      await client("GET /api/lab-workspaces/{workspace}/attempts/{attempt}", {
        params: { workspace, attempt: attempt.id },
        query: { after: attempt.change },
      }),
    );
  }
  if (attempt.verdict === null) throw new Error(attempt.fault ?? "not graded");
  return { ms: performance.now() - began, passed: attempt.verdict.passed };
};

const honestly = async (learner: Learner, files: Files): Promise<number> => {
  const { ms, passed } = await verdict(learner, files);
  if (!passed) throw new Error("The reference did not pass.");
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

/** One at a time, in turn, so that no one of them is asked to wait. */
const alone = async (learners: readonly Learner[], files: Files, count: number) => {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const learner = learners[n % learners.length];
    if (learner === undefined) break;
    await pause();
    times.push(await honestly(learner, files));
  }
  return times;
};

const table: ReturnType<typeof row>[] = [];
const both: readonly Language[] = ["ts", "python"];
const languages = both.filter((one) => process.argv[4] === undefined || process.argv[4] === one);
for (const language of languages) {
  const lab = labs[language];
  const files = referenceOf(lab);
  const learners: Learner[] = [];
  for (const person of app.people.slice(0, learnersMax)) learners.push(await begin(person, lab.id));
  await alone(learners, files, 3);
  const bar = language === "ts" ? "p50 100, p95 250" : "p95 1000";
  table.push(row(`${language}, one learner, warm`, await alone(learners, files, verdicts), bar));
  await pause();
  const together = await Promise.all(learners.slice(0, 20).map((one) => honestly(one, files)));
  table.push(row(`${language}, 20 at once`, together, language === "ts" ? "p95 2000" : "p95 6000"));
  const programs = readPrograms(language);
  let passed = 0;
  for (let n = 0; n < hostileCount; n++) {
    const learner = learners[n % learners.length];
    const { text } = programs[n % programs.length] ?? { text: "" };
    if (learner === undefined) break;
    const handedIn = [{ path: lab.edits[0], text }];
    if ((await verdict(learner, handedIn)).passed) passed += 1;
  }
  const after = await alone(learners.toReversed(), files, 10);
  table.push(row(`${language}, after ${hostileCount} hostile, ${passed} passed`, after, bar));
}
console.table(table);
await app.close();
