import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { inject } from "vitest";
import { z } from "zod";
import type { ConnectionSettings } from "./connection.ts";

/** What a test file asks the run's database keeper for; one line of JSON each way. */
export type TestDatabaseOrder = {
  /** The embedded PostgreSQL on its socket, or a server over TCP as DATABASE_URL names one. */
  readonly form: "embedded" | "server";
  /** Migrated as the product is, or with nothing in it. */
  readonly content: "migrated" | "empty";
};

declare module "vitest" {
  interface ProvidedContext {
    /** The socket on which tests/setup/global-database.ts listens. */
    databaseKeeper: string;
  }
}

const answerSchema = z.union([
  z.object({ url: z.string(), adminUrl: z.string() }),
  z.object({ error: z.string() }),
]);

export type TestDatabase = {
  readonly settings: ConnectionSettings;
  /** The same as an address, fit for DATABASE_URL. */
  readonly url: string;
  /** With power over the whole test server: to end connections or to refuse new ones. */
  readonly adminUrl: string;
  /** Ends what is connected and removes the database; the end of the test file's process does so too. */
  readonly drop: () => Promise<void>;
};

export const databaseForms = ["embedded", "server"] as const;

/** A database of one's own on the server that the whole test run shares. */
export const createTestDatabase = async (
  order: Partial<TestDatabaseOrder> = {},
): Promise<TestDatabase> => {
  const keeper = connect(inject("databaseKeeper"));
  const whole: TestDatabaseOrder = { form: "embedded", content: "migrated", ...order };
  keeper.write(`${JSON.stringify(whole)}\n`);
  const [line] = await once(createInterface({ input: keeper }), "line");
  const answer = answerSchema.parse(JSON.parse(String(line)));
  if ("error" in answer) {
    keeper.destroy();
    throw new Error(answer.error);
  }
  // Holding the connection holds the database, but must not hold the process.
  keeper.unref();
  return {
    settings: { connectionString: answer.url },
    ...answer,
    drop: async () => {
      keeper.ref();
      keeper.end();
      await once(keeper, "close");
    },
  };
};
