import { randomUUID } from "node:crypto";
import { migrationsFolder } from "@checkride/server/platform/folders";
import { migrate, readMigrations } from "@checkride/server/platform/migrate";
import type { TestDatabaseOrder } from "@checkride/server/platform/test-database";
import pg from "pg";
import type { TestServer } from "./test-servers.ts";

export type Templates = {
  readonly clone: (content: TestDatabaseOrder["content"]) => Promise<{
    readonly url: string;
    readonly adminUrl: string;
    readonly drop: () => Promise<void>;
  }>;
  readonly stop: () => Promise<void>;
};

/** Migrates once; every test file after that gets a copy, which costs a fraction of migrating. */
export const openTemplates = async (server: TestServer): Promise<Templates> => {
  // Some names for the databases of this run: a server from outside may serve several runs at once.
  const run = `checkride_test_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Pool({ connectionString: server.adminUrl("postgres"), max: 4 });
  admin.on("error", () => undefined);
  const owned = server.owner === null ? "" : ` owner ${server.owner}`;
  const create = (name: string, template: string) =>
    admin.query(`create database ${name} template ${template}${owned}`);
  const migrated = `${run}_template`;
  await create(migrated, "template0");
  const migrations = await readMigrations(migrationsFolder());
  const made = await migrate({ connectionString: server.ownerUrl(migrated) }, migrations);
  if (!made.ok) throw new Error(made.error.sentence);
  let count = 0;
  const drop = (name: string) => admin.query(`drop database if exists ${name} with (force)`);
  return {
    clone: async (content) => {
      count += 1;
      const name = `${run}_${count}`;
      await create(name, content === "migrated" ? migrated : "template0");
      return {
        url: server.ownerUrl(name),
        adminUrl: server.adminUrl(name),
        drop: async () => {
          await drop(name);
        },
      };
    },
    stop: async () => {
      await drop(migrated);
      await admin.end();
      await server.stop();
    },
  };
};
