import { parseVkey } from "@checkride/ledger/note";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Order } from "../command.ts";
import { textOf } from "../option-values.ts";
import { misuse, type Outcome } from "../outcome.ts";
import { readTextFile } from "../read-text-file.ts";

const keyBytesMax = 1_000_000;

/** The key that the caller trusts; null when none was given. Never the one in the export. */
export const readLedgerKey = async (order: Order): Promise<Result<string | null, Outcome>> => {
  const given = textOf(order.values, "key");
  const file = textOf(order.values, "key-file");
  if (given !== null && file !== null) {
    return fail(misuse("--key and --key-file both name a key; give one of them."));
  }
  const text = file === null ? ok(given) : await readTextFile(file, keyBytesMax);
  if (!text.ok || text.value === null) return text;
  const key = text.value.trim();
  const parsed = parseVkey(key);
  return parsed.ok
    ? ok(key)
    : fail(misuse(`${file ?? "--key"}: ${parsed.error.message}.`, "It has the form name+id+key."));
};
