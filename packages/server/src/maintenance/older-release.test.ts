import { expect, it } from "vitest";
import { migrationsFolder } from "../platform/folders.ts";
import { migrate, readMigrations } from "../platform/migrate.ts";
import { makePlace, rowsSql, tallyTables } from "./test-installation.ts";

it("an installation from before certificates goes on with all that it has", async () => {
  const place = await makePlace("empty");
  const settings = { connectionString: place.url };
  const migrations = await readMigrations(migrationsFolder());
  expect(await migrate(settings, migrations, 7)).toMatchObject({ ok: true });
  await place.query(rowsSql);
  const before = await tallyTables(place.url);
  expect(await migrate(settings, migrations)).toMatchObject({ ok: true });
  const after = await tallyTables(place.url);
  expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
  expect(Object.keys(before).map((name) => [name, after[name]])).toEqual(Object.entries(before));
  // What they may do is no change when it is looked at for the first time.
  expect(await place.query("select gates from gate_allowed")).toEqual([
    { gates: null },
    { gates: null },
  ]);
  await place.close();
});
