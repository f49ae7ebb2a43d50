import type { Client } from "@checkride/api/client";
import type { ExportReport } from "@checkride/ledger/export-report";
import { verifyExport } from "@checkride/ledger/verify-export";
import { until } from "@checkride/server/platform/postgres/test-support";
import { z } from "zod";
import { must } from "./program.ts";

const row = z.object({
  seq: z.number(),
  id: z.string(),
  kind: z.string(),
  person: z.string().nullish(),
});

export type ExportedLedger = {
  readonly report: ExportReport;
  /** In the order of the tree. */
  readonly rows: readonly z.infer<typeof row>[];
};

/** Waits until nothing is left to be sealed, then exports all of it and verifies it offline. */
export const exportSealed = async (client: Client): Promise<ExportedLedger> => {
  await until("all is sealed", async () => must(await client("GET /api/ledger", {})).waiting === 0);
  return exportOf(client);
};

/** What is sealed at this moment. */
export const exportOf = async (client: Client): Promise<ExportedLedger> => {
  const { vkey } = must(await client("GET /api/ledger", {}));
  const response = must(await client("GET /api/ledger/export", { query: {} }));
  const bytes = Buffer.from(await response.arrayBuffer());
  const report = await verifyExport(once(bytes), { vkey });
  const lines = bytes.toString("utf8").trimEnd().split("\n");
  const rows = lines.flatMap((line) => {
    const read = row.safeParse(JSON.parse(line));
    return read.success ? [read.data] : [];
  });
  return { report, rows };
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
