import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestDatabaseOrder } from "@checkride/server/platform/test-database";
import { z } from "zod";
import { startEmbeddedForm, startServerForm } from "./test-servers.ts";
import { openTemplates, type Templates } from "./test-templates.ts";

export type DatabaseKeeper = { readonly socket: string; readonly stop: () => Promise<void> };

const orderSchema = z.object({
  form: z.enum(["embedded", "server"]),
  content: z.enum(["migrated", "empty"]),
});

/** Hands out databases on a local socket. Each lives as long as the connection that asked for it. */
export const keepDatabases = async (folder: string): Promise<DatabaseKeeper> => {
  const running = new Map<TestDatabaseOrder["form"], Promise<Templates>>();
  const templatesFor = (form: TestDatabaseOrder["form"]): Promise<Templates> => {
    const start = form === "embedded" ? startEmbeddedForm : startServerForm;
    const templates = running.get(form) ?? start(join(folder, form)).then(openTemplates);
    running.set(form, templates);
    return templates;
  };
  const pending = new Set<Promise<void>>();
  // Half open: the answer to "end" is that the database is gone.
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const served = serve(client, templatesFor).finally(() => pending.delete(served));
    pending.add(served);
  });
  server.listen(join(folder, "keeper"));
  await once(server, "listening");
  return {
    socket: join(folder, "keeper"),
    stop: async () => {
      server.close();
      await Promise.all(pending);
      const started = await Promise.allSettled(running.values());
      await Promise.all(
        started.map((one) => (one.status === "fulfilled" ? one.value.stop() : null)),
      );
    },
  };
};

const serve = async (
  client: Socket,
  templatesFor: (form: TestDatabaseOrder["form"]) => Promise<Templates>,
): Promise<void> => {
  client.on("error", () => undefined);
  const closed = once(client, "end").catch(() => undefined);
  try {
    const order = orderSchema.parse(JSON.parse(await firstLine(client)));
    const templates = await templatesFor(order.form);
    const database = await templates.clone(order.content);
    client.write(`${JSON.stringify({ url: database.url, adminUrl: database.adminUrl })}\n`);
    await closed;
    await database.drop();
  } catch (error) {
    client.write(`${JSON.stringify({ error: String(error) })}\n`);
  }
  client.end();
};

/** Empty when the asker died before it said what it wants. */
const firstLine = (client: Socket): Promise<string> =>
  new Promise((resolve) => {
    const lines = createInterface({ input: client });
    lines.once("line", resolve).once("close", () => resolve(""));
  });
