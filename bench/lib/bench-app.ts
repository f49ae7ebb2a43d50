import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "../../packages/api/src/client.ts";
import { createRange } from "../../packages/range/src/run-cases.ts";
import { compose } from "../../packages/server/src/compose.ts";
import { refreshStale } from "../../packages/server/src/features/standing/refresh-standing.ts";
import type { Content } from "../../packages/server/src/platform/content.ts";
import { type Database, openDatabase } from "../../packages/server/src/platform/database.ts";
import { appendEvidence } from "../../packages/server/src/platform/evidence/append-evidence.ts";
import { makeLog } from "../../packages/server/src/platform/log.ts";
import { makeVault } from "../../packages/server/src/platform/master-key.ts";
import { readCurriculum } from "../../packages/server/src/read-curriculum.ts";
import { type Wired, wire } from "../../packages/server/src/wiring.ts";
import { addBenchPeople, type BenchDatabase, openBenchDatabase } from "./bench-database.ts";

/** As a server uses it, where it was built. */
const builtProgram = join(import.meta.dirname, "../../dist/range-child.js");

export const benchOrigin = "http://localhost:7300";

export type BenchApp = {
  readonly database: BenchDatabase;
  readonly db: Database;
  readonly wired: Wired;
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>;
  /** Of the first owner. */
  readonly headers: Readonly<Record<string, string>>;
  /** For a gate's decision. */
  readonly token: string;
  readonly gates: readonly string[];
  readonly people: readonly string[];
  readonly cookieFor: (personId: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** The whole server on a database with the policy that ships, so many people and so much evidence for each. */
export const openBenchApp = async (
  peopleCount: number,
  evidenceEach: number,
  /** What is taught, where it is not what ships. */
  taught: (shipped: Content) => Content = (shipped) => shipped,
): Promise<BenchApp> => {
  const database = await openBenchDatabase();
  const log = makeLog("silent");
  const handle = openDatabase(database.settings);
  const outside = openDatabase(database.settings, 4);
  const shipped = await readCurriculum(null, makeLog("silent"));
  const curriculum = { ...shipped, content: taught(shipped.content) };
  const clock = () => new Date();
  const range = createRange(existsSync(builtProgram) ? { programFile: builtProgram } : {});
  const wired = wire({
    handle,
    outside,
    vault: makeVault(randomBytes(32)),
    deviceKey: randomBytes(32),
    shuffleKey: randomBytes(32),
    range,
    curriculum,
    clock,
    address: { url: benchOrigin, isPublic: false },
    host: null,
    log,
  });
  const app = compose(
    {
      handle,
      outside,
      vault: makeVault(randomBytes(32)),
      deviceKey: randomBytes(32),
      shuffleKey: randomBytes(32),
      range,
      curriculum,
      clock,
      address: { url: benchOrigin, isPublic: false },
      host: null,
      log,
    },
    wired,
    { log, publicUrl: null, proxies: 0, notReady: async () => [] },
  );
  const { db } = handle;
  const cookieFor = async (personId: string): Promise<string> => {
    const ask = {
      personId,
      purpose: "invite" as const,
      createdBy: null,
      origin: benchOrigin,
      now: clock(),
    };
    const { url } = await wired.people.makeOneTimeLink(db, ask);
    const answer = await app.request(`${benchOrigin}/api/session/link`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: benchOrigin },
      body: JSON.stringify({ token: url.split("#link=")[1] }),
    });
    return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  };
  const details = { team: null, job: null, tier: null, attributes: {}, startedAt: null };
  const owner = { email: `owner-${randomBytes(4).toString("hex")}@bench.example`, name: "Owner" };
  const [added] = await wired.addPeople(db, [{ ...owner, roles: ["owner"], ...details }], {
    actor: null,
    now: clock(),
  });
  const headers = { origin: benchOrigin, cookie: await cookieFor(added?.id ?? "") };
  const client = createClient({
    baseUrl: benchOrigin,
    headers,
    fetch: async (input, init) => app.request(new Request(input, init)),
  });
  const must = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return answer.value;
  };
  const body = { text: curriculum.builtInPolicy, note: "" };
  const { version } = must(await client("POST /api/policy/proposals", { body }));
  must(await client("POST /api/policy/proposals/{version}/apply", { params: { version } }));
  const scopes = ["gates:decide"];
  const made = must(
    await client("POST /api/tokens", { body: { name: "bench", scopes, expiresInDays: 1 } }),
  );
  const { gates } = must(await client("GET /api/gates", {}));

  const people = await addBenchPeople(db, peopleCount);
  const activities = [...curriculum.content.catalogue.activities.keys()];
  const hourMs = 3_600_000;
  for (let from = 0; from < people.length; from += 200) {
    const facts = people.slice(from, from + 200).flatMap((person, i) =>
      Array.from({ length: evidenceEach }, (_, n) => ({
        kind: "activity.passed",
        person,
        actor: person,
        body: { activity: activities[(i + n * 7) % activities.length] ?? "", score: 0.9 },
        at: new Date(clock().getTime() - (n + 1) * 36 * hourMs),
      })),
    );
    await appendEvidence(db, facts);
  }
  const began = performance.now();
  const { signal } = new AbortController();
  while (await refreshStale(db, wired.standing, clock, signal));
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${people.length} people, ${people.length * evidenceEach} rows of evidence; all standings computed in ${seconds.toFixed(1)} s`,
  );
  return {
    database,
    db,
    wired,
    fetch: app.fetch,
    headers,
    token: made.secret,
    gates: gates.map(({ gate }) => gate),
    people,
    cookieFor,
    close: async () => {
      await wired.labs.grader.close();
      await Promise.all([handle.close(), outside.close(), range.close(), wired.labs.book.close()]);
      await database.stop();
    },
  };
};
