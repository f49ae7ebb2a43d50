import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { startPostgres } from "./start-postgres.ts";

/**
 * A process of its own that owns a data folder, for tests that kill it. It prints one word for how far it
 * is: "started", then the number of each row that was acknowledged, or the kind of fault.
 */
const say = (word: string | number) => process.stdout.write(`${word}\n`);
const silent = { info: () => undefined, warn: () => undefined };
const [dataDir = ""] = process.argv.slice(2);

process.on("SIGINT", () => say("interrupted"));
const started = await startPostgres({ dataDir, log: silent, now: new Date() });
if (!started.ok) {
  say(`${started.error.kind} ${started.error.sentence}`);
} else {
  say("started");
  // Whoever started us closes our input to have us stop properly.
  process.stdin.once("end", () => void started.value.stop().then(() => process.exit(0))).resume();
  // Stopping cuts the writing below off.
  process.once("uncaughtException", () => undefined);
  const client = new pg.Client(started.value.settings);
  client.on("error", () => undefined);
  await client.connect();
  await client.query("create table if not exists kept (n bigserial primary key)");
  for (;;) {
    const { rows } = await client.query<{ n: string }>(
      "insert into kept default values returning n",
    );
    say(rows[0]?.n ?? "");
    await wait(1);
  }
}
