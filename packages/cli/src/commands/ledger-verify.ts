import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { readHeader } from "@checkride/ledger/read-header";
import { verifyExport } from "@checkride/ledger/verify-export";
import { ok, type Result } from "@checkride/rules/result";
import type { Ended, Order, RunCommand } from "../command.ts";
import type { Outcome } from "../outcome.ts";
import { progressBar } from "../progress-bar.ts";
import { notReadable, readTextFile } from "../read-text-file.ts";
import type { Shell } from "../shell.ts";
import { verifiedOutcome } from "../verified-outcome.ts";
import { readLedgerKey } from "../verify/read-ledger-key.ts";

const smallBytesMax = 1_000_000;
const pieceBytes = 1_048_576;

const readCheckpoints = async (order: Order): Promise<Result<readonly string[], Outcome>> => {
  const notes: string[] = [];
  for (const path of order.values.get("checkpoint") ?? []) {
    const text = await readTextFile(path, smallBytesMax);
    if (!text.ok) return text;
    notes.push(text.value.replaceAll("\r\n", "\n"));
  }
  return ok(notes);
};

/** The key that the file itself names: good for a look at whether the file agrees with itself, no more. */
const ownKey = async (path: string): Promise<string> => {
  const input = createReadStream(path, { end: smallBytesMax });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    input.destroy();
    const header = readHeader(line);
    return header.ok ? header.value.vkey : "";
  }
  return "";
};

async function* pieces(path: string, size: number, shell: Shell): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes })) {
    const bytes: Uint8Array = chunk;
    read += bytes.byteLength;
    shell.progress(
      `${progressBar("verifying", Math.round(read / 1e6), Math.round(size / 1e6))} MB`,
    );
    yield bytes;
  }
  shell.progress("");
}

export const ledgerVerify: RunCommand = async (order: Order, shell: Shell): Promise<Ended> => {
  const [path = ""] = order.positionals;
  const key = await readLedgerKey(order);
  if (!key.ok) return key.error;
  const older = await readCheckpoints(order);
  if (!older.ok) return older.error;
  try {
    const { size } = await stat(path);
    const vkey = key.value ?? (await ownKey(path));
    const report = await verifyExport(pieces(path, size, shell), {
      vkey,
      olderCheckpoints: older.value,
    });
    return verifiedOutcome(path, report, key.value !== null, shell.paint);
  } catch (error) {
    return notReadable(path, error);
  }
};
