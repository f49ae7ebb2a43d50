/**
 * Refreshes everybody with and without telling what changed, at the worst every gate for everybody; then sends what so
 * many happenings say to three webhooks, one of which never answers.
 *
 *   [DATABASE_URL=postgres://…] node bench/webhooks.ts [people] [happenings]
 */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import {
  markEverybody,
  refreshStale,
} from "../packages/server/src/features/standing/refresh-standing.ts";
import { recordHappenings } from "../packages/server/src/features/webhooks/record-happening.ts";
import { startHooks } from "../packages/server/src/features/webhooks/start-hooks.ts";
import { newId } from "../packages/server/src/platform/ids.ts";
import { makeLog } from "../packages/server/src/platform/log.ts";
import { makeVault } from "../packages/server/src/platform/master-key.ts";
import { openBenchApp } from "./lib/bench-app.ts";

const people = Number(process.argv[2] ?? 10_000);
const happenings = Number(process.argv[3] ?? 10_000);
const app = await openBenchApp(people, 3);
const { db, wired } = app;
const clock = () => new Date();
const { signal } = new AbortController();

const cpuSeconds = (from: NodeJS.CpuUsage): string => {
  const { user, system } = process.cpuUsage(from);
  return ((user + system) / 1e6).toFixed(1);
};

const refreshAll = async (what: string, follow: typeof wired.standing.onRefreshed) => {
  await markEverybody(db, clock);
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  while (await refreshStale(db, { ...wired.standing, onRefreshed: follow }, clock, signal));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { count } = await db
    .selectFrom("happening")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("type", "=", "decision.changed")
    .executeTakeFirstOrThrow();
  return { refresh: what, seconds, cpuHere: cpuSeconds(cpu), toldSoFar: count };
};

const { followDecisions } = wired.webhooks;
/** As if every gate had let everybody through until now. */
const openAll = () =>
  db
    .updateTable("gateAllowed")
    .set({ gates: [...app.gates] })
    .execute();
const rows = [
  await refreshAll("nobody follows", []),
  await refreshAll("nothing changed", [followDecisions]),
];
await openAll();
rows.push(await refreshAll("every gate closes", [followDecisions]));
console.table(rows);

const counted = { one: 0, two: 0 };
const open = async (answer: Parameters<typeof createServer>[1]) => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}/` };
};
const good = (name: keyof typeof counted) =>
  open((request, response) => {
    request.resume();
    counted[name] += 1;
    response.end();
  });
const receivers = [await good("one"), await good("two"), await open((request) => request.resume())];
const vault = makeVault(randomBytes(32));
const owner = app.people[0] ?? "";
const now = clock();
for (const { url } of receivers) {
  const id = newId(now);
  const none = { offBecause: null, offAt: null, failingSince: null, heldUntil: null };
  const made = { createdBy: owner, createdAt: now, description: "", types: ["gate.mode_changed"] };
  await db
    .insertInto("webhook")
    .values({ id, url, active: true, ...none, ...made })
    .execute();
  const sealed = vault.seal(randomBytes(32));
  const secret = { id: newId(now), webhookId: id, sealed, madeAt: now, until: null };
  await db.insertInto("webhookSecret").values(secret).execute();
}
const body = { gate: "deploy/production", from: "warn", to: "enforce", policyVersion: 1 };
const one = { type: "gate.mode_changed" as const, person: null, at: now, body };
for (let from = 0; from < happenings; from += 1_000) {
  const count = Math.min(1_000, happenings - from);
  await recordHappenings(
    db,
    Array.from({ length: count }, () => one),
  );
}
const [began, cpu] = [performance.now(), process.cpuUsage()];
const hooks = startHooks({
  db,
  vault,
  ownNetworks: ["127.0.0.0/8"],
  clock,
  log: makeLog("error"),
  jitter: Math.random,
  userAgent: "Checkride/bench",
  followers: [],
});
while (counted.one < happenings || counted.two < happenings) {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
const seconds = (performance.now() - began) / 1000;
console.table([
  {
    delivered: counted.one + counted.two,
    seconds: seconds.toFixed(1),
    perSecond: Math.round((counted.one + counted.two) / seconds),
    cpuHereMsEach: ((Number(cpuSeconds(cpu)) * 1000) / (2 * happenings)).toFixed(2),
  },
]);
await hooks.stop(1_000);
for (const { server } of receivers) {
  server.closeAllConnections();
  server.close();
}
await app.close();
