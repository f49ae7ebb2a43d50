/**
 * Certificates for many at once: issued with their standings, signed when first asked for, checked when shown, and the
 * list of revocations built anew.
 *
 *   [DATABASE_URL=postgres://…] node bench/certificates.ts [people] [signed]
 */
import { refreshStale } from "../packages/server/src/features/standing/refresh-standing.ts";
import { appendEvidence } from "../packages/server/src/platform/evidence/append-evidence.ts";
import { benchOrigin, openBenchApp } from "./lib/bench-app.ts";

const [people = 1_000, signed = 300] = process.argv.slice(2).map(Number);
const app = await openBenchApp(people, 0);

const ask = async (method: string, path: string, body?: unknown): Promise<string> => {
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { ...app.headers, ...type, accept: "*/*" };
  const answer = await app.fetch(
    new Request(`${benchOrigin}${path}`, { method, headers, ...sent }),
  );
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.text();
};

type Row = {
  readonly what: string;
  readonly times: number;
  readonly p50: number;
  readonly p95: number;
  /** Processor time of this process for one, on the average. */
  readonly busy: number;
};

const table: Row[] = [];

/** One after the other, as one person does it. */
const timed = async (what: string, times: number, act: (n: number) => Promise<unknown>) => {
  const took: number[] = [];
  const cpu = process.cpuUsage();
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    await act(n);
    took.push(performance.now() - began);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(times * share)] ?? 0) * 100) / 100;
  const { user, system } = process.cpuUsage(cpu);
  const busy = Math.round((user + system) / times / 10) / 100;
  table.push({ what, times, p50: at(0.5), p95: at(0.95), busy });
};

/** All that the policy that ships asks for its certificate of safe use. */
const passed = ["lab/L17", "lab/L26", "lab/L01", "quiz/t1"].map((activity) => ({
  kind: "activity.passed",
  body: { activity, score: 1 },
}));
const signature = { kind: "signoff.signed", body: { document: "ai-safety-policy", version: 99 } };
const at = new Date();
for (const person of app.people) {
  const facts = [...passed, signature].map((fact) => ({ ...fact, person, actor: person, at }));
  await appendEvidence(app.db, facts);
}
const began = performance.now();
const before = process.cpuUsage();
const { signal } = new AbortController();
while (await refreshStale(app.db, app.wired.standing, () => new Date(), signal));
const seconds = (performance.now() - began) / 1000;
const issued = await app.db.selectFrom("certificate").select("id").execute();
const { user, system } = process.cpuUsage(before);
const busy = ((user + system) / 1e6).toFixed(2);
console.log(
  `${issued.length} certificates issued with their standings in ${seconds.toFixed(2)} s, ${busy} s of them this process at work`,
);

const ids = issued.slice(0, signed).map(({ id }) => id);
const idAt = (n: number): string => ids[n % ids.length] ?? "";
// The keys are made and the libraries loaded at the first use.
await ask("GET", `/certificates/${issued.at(-1)?.id}/credential.json`);
await timed("sign both forms, ms", ids.length, (n) =>
  ask("GET", `/certificates/${idAt(n)}/credential.json`),
);
await timed("give out what is signed, ms", ids.length, (n) =>
  ask("GET", `/certificates/${idAt(n)}/credential.jwt`),
);
const shown = await Promise.all(
  ids.map(async (id) => ({
    json: await ask("GET", `/certificates/${id}/credential.json`),
    jwt: await ask("GET", `/certificates/${id}/credential.jwt`),
  })),
);
const check = (text: string | undefined) => ask("POST", "/api/certificate-checks", { text });
await timed("check JSON with its proof, ms", ids.length, (n) => check(shown[n]?.json));
await timed("check a JWT, ms", ids.length, (n) => check(shown[n]?.jwt));
await timed("check a link, ms", ids.length, (n) => check(`${benchOrigin}/certificates/${idAt(n)}`));
await timed("revoke and build the list anew, ms", 50, async (n) => {
  await ask("POST", `/api/certificates/${idAt(n)}/revocation`, { reason: "a measurement" });
  await ask("GET", "/status/0");
});
await timed("give out the list, ms", 300, () => ask("GET", "/status/0"));
console.table(table);
await app.close();
