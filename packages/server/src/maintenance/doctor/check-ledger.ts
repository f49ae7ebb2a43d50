import { rootFromTiles } from "@checkride/ledger/tiles";
import type { Client } from "pg";
import { readSignedCheckpoint } from "../signed-checkpoint.ts";
import { about, type Check } from "./check.ts";

const ledger = about("ledger");
const waiting = about("sealing");
const clock = about("clock");

const compareFix =
  "Stop here and compare with a backup or an export; nothing should be sealed on top of this.";

const readTile =
  (client: Client) =>
  async (level: number, index: number): Promise<Uint8Array> => {
    const { rows } = await client.query<{ hashes: Buffer }>(
      "select hashes from tile where level = $1 and index = $2",
      [level, index],
    );
    return rows[0]?.hashes ?? new Uint8Array();
  };

/** The newest signed checkpoint against the stored tree, without reading every row. */
const checkTree = async (client: Client): Promise<Check> => {
  const signed = await readSignedCheckpoint(client);
  if (!signed.ok) {
    return ledger.fail(`The newest checkpoint is not to be believed: ${signed.error}.`, compareFix);
  }
  if (signed.value === null) return ledger.note("Nothing has been sealed yet.");
  const { size, root, sealedAt } = signed.value;
  const stored = await rootFromTiles(size, readTile(client)).catch((error: unknown) =>
    String(error),
  );
  return stored === root
    ? ledger.ok(
        `The checkpoint of ${sealedAt.toISOString()} is signed and the tree gives its root (${size.toLocaleString("en")} rows).`,
      )
    : ledger.fail("The stored tree does not give the root of the newest checkpoint.", compareFix);
};

const lateAfterMs = 60_000;

export const judgeWaiting = (oldest: Date | null, isServed: boolean, now: Date): Check => {
  if (oldest === null) return waiting.ok("All evidence is sealed.");
  const ageMs = now.getTime() - oldest.getTime();
  const says = `Evidence has been waiting to be sealed for ${Math.max(0, Math.round(ageMs / 1000))} s.`;
  if (!isServed) return waiting.note(`${says} The next start seals it.`);
  return ageMs > lateAfterMs
    ? waiting.fail(
        says,
        "Look for the word sealing in the server's log: it says why it has stopped.",
      )
    : waiting.ok(says);
};

const clockSlackMs = 60_000;

export const judgeClock = (newest: Date | null, database: Date, now: Date): Check => {
  const apartMs = Math.abs(database.getTime() - now.getTime());
  if (newest !== null && newest.getTime() > now.getTime() + clockSlackMs) {
    return clock.fail(
      `The newest evidence is of ${newest.toISOString()}, which is in the future: this clock was set back.`,
      "Set the clock right (NTP) before anything else is recorded.",
    );
  }
  return apartMs > clockSlackMs
    ? clock.warn(
        `This clock and the database's are ${Math.round(apartMs / 1000)} s apart.`,
        "Let both machines follow the same time server (NTP).",
      )
    : clock.ok("This clock agrees with the database's, and no evidence is of the future.");
};

type Times = { newest: Date | null; oldest_waiting: Date | null; database: Date };

export const checkLedger = async (
  client: Client,
  isServed: boolean,
  now: Date,
): Promise<readonly Check[]> => {
  const { rows } = await client.query<Times>(
    `select (select at from evidence order by at desc, id desc limit 1) as newest,
            (select at from evidence where seq is null order by id limit 1) as oldest_waiting,
            now() as database`,
  );
  const [times] = rows;
  if (!times) throw new Error("a select without a table answered no row");
  return [
    await checkTree(client),
    judgeWaiting(times.oldest_waiting, isServed, now),
    judgeClock(times.newest, times.database, now),
  ];
};
