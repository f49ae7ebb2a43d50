/**
 * The home page's call, GET /api/standing, with 1, 10 and 100 requests in flight, asked by 50 people in turn.
 *
 *   [DATABASE_URL=postgres://…] node bench/home.ts [people] [evidence each] [seconds]
 */
import { benchOrigin, openBenchApp } from "./lib/bench-app.ts";
import { inFlight, type Load } from "./lib/load.ts";

const [people = 1_000, each = 10, seconds = 8] = process.argv.slice(2).map(Number);
const app = await openBenchApp(people, each);
const asking = app.people.slice(0, 50);
const cookies = await Promise.all(asking.map(app.cookieFor));
const ask = async (n: number): Promise<number> => {
  const headers = { cookie: cookies[n % cookies.length] ?? "" };
  const answer = await app.fetch(new Request(`${benchOrigin}/api/standing`, { headers }));
  await answer.text();
  return answer.status;
};
for (let n = 0; n < 2_000; n++) await ask(n);
const table: Load[] = [];
for (const count of [1, 10, 100]) {
  table.push(await inFlight(`${count} in flight`, count, seconds, ask));
}
console.table(table);
await app.close();
