/**
 * Decisions of a gate at 1,000 a second, in this process and over HTTP. "Polled" are 500 people asked again
 * and again, as pipelines do; "everybody" walks over all people, so that nearly every answer is a first one
 * and becomes evidence.
 *
 *   [DATABASE_URL=postgres://…] node bench/gate.ts [people] [evidence each] [seconds]
 *
 * Whoever asks, the server and the database share the machine: on two cores all three count.
 */
import { Agent, request } from "node:http";
import { listen } from "../packages/server/src/platform/http/listen.ts";
import { benchForge, linkBenchAccounts } from "./lib/bench-accounts.ts";
import { benchOrigin, openBenchApp } from "./lib/bench-app.ts";
import { atRate, type Load } from "./lib/load.ts";

const [people = 1_000, each = 10, seconds = 8] = process.argv.slice(2).map(Number);
const polled = 500;
const app = await openBenchApp(people, each);
const gate = encodeURIComponent(app.gates[0] ?? "");
const path = `/api/gates/${gate}/decisions`;
const method = "POST";
const headers = { authorization: `Bearer ${app.token}`, "content-type": "application/json" };
const bodyOf = (n: number) => JSON.stringify({ subject: { person: app.people[n % people] } });

const inProcess = async (body: string): Promise<number> => {
  const answer = await app.fetch(new Request(benchOrigin + path, { method, headers, body }));
  await answer.text();
  return answer.status;
};

const server = await listen(app.fetch, "127.0.0.1", 0);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const overHttp = (body: string): Promise<number> =>
  new Promise((answered, failed) => {
    const asking = request(
      { host: "127.0.0.1", port: server.port, path, method, headers, agent },
      (got) => {
        got.resume();
        got.once("end", () => answered(got.statusCode ?? 0));
      },
    );
    asking.once("error", failed);
    asking.end(body);
  });

for (let n = 0; n < polled; n++) await inProcess(bodyOf(n));
const table: Load[] = [];
const scenes = [
  ["polled, in process", 200, inProcess, (n: number) => n % polled],
  ["polled, in process", 1_000, inProcess, (n: number) => n % polled],
  ["polled, HTTP", 1_000, overHttp, (n: number) => n % polled],
  ["everybody, in process", 200, inProcess, (n: number) => polled + n],
] as const;
for (const [label, rate, ask, who] of scenes) {
  table.push(await atRate(`${label}, ${rate}/s`, rate, seconds, (n) => ask(bodyOf(who(n)))));
}
// Whoever acts, and two authors of the change; accounts as a forge names them.
await linkBenchAccounts(app.db, app.people.slice(0, polled), new Date());
const account = (n: number) => ({ account: { forge: benchForge, id: String(1 + (n % polled)) } });
const changeOf = (n: number) =>
  JSON.stringify({
    subject: account(n),
    change: {
      repository: "octo/shop",
      commit: "a".repeat(40),
      authors: [account(n + 1), account(n + 2)],
    },
  });
for (let n = 0; n < polled; n++) await inProcess(changeOf(n));
for (const rate of [200, 1_000]) {
  const label = `changes of two authors, in process, ${rate}/s`;
  table.push(await atRate(label, rate, seconds, (n) => inProcess(changeOf(n))));
}
console.table(table);
agent.destroy();
await server.close();
await app.close();
