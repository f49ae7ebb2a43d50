import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { appRole } from "@checkride/server/platform/postgres/access-files";
import { dataDirectoryOf } from "@checkride/server/platform/postgres/cluster-home";
import { socketPlaceOf, socketPort } from "@checkride/server/platform/postgres/socket-place";
import pg from "pg";

/** Where the database of an installation lies: in its data folder, or where a file in it points. */
const homeOf = async (dataDir: string): Promise<string> => {
  const pointer = await readFile(join(dataDir, "postgres-elsewhere.json"), "utf8").catch(
    () => null,
  );
  if (pointer === null) return join(dataDir, "postgres");
  const { folder }: { folder: string } = JSON.parse(pointer);
  return folder;
};

/**
 * Draws the variant of a workspace. It never leaves the server, so that nobody can look up the answers: a test that
 * wants to give the right ones has to look into the database.
 */
export const seedOf = async (dataDir: string, workspace: string): Promise<string> => {
  const host = await socketPlaceOf(dataDirectoryOf(await homeOf(dataDir)));
  if (host === null) throw new Error(`no database runs in ${dataDir}`);
  const client = new pg.Client({ host, port: socketPort, user: appRole, database: appRole });
  await client.connect();
  try {
    const { rows } = await client.query<{ seed: string }>(
      "select seed from lab_workspace where id = $1",
      [workspace],
    );
    const [row] = rows;
    if (!row) throw new Error(`no workspace ${workspace}`);
    return row.seed;
  } finally {
    await client.end();
  }
};
