import { type Checkpoint, openCheckpoint } from "@checkride/ledger/checkpoint";
import { formatVkey } from "@checkride/ledger/note";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Client } from "pg";

type StoredCheckpoint = { size: string; note: string; sealed_at: Date };
type StoredKey = { name: string; public_key: Buffer };

export type SignedCheckpoint = Checkpoint & { readonly sealedAt: Date };

/** The newest checkpoint, believed only with its signature; null while nothing has been sealed. */
export const readSignedCheckpoint = async (
  client: Client,
): Promise<Result<SignedCheckpoint | null, string>> => {
  const { rows } = await client.query<StoredCheckpoint>(
    "select size, note, sealed_at from checkpoint order by size desc limit 1",
  );
  const [newest] = rows;
  if (!newest) return ok(null);
  const keys = await client.query<StoredKey>(
    "select name, public_key from signing_key where purpose = 'ledger'",
  );
  const reasons: string[] = [];
  for (const { name, public_key: publicKey } of keys.rows) {
    const opened = openCheckpoint(newest.note, formatVkey(name, publicKey));
    if (opened.ok) {
      return Number(newest.size) === opened.value.size
        ? ok({ ...opened.value, sealedAt: newest.sealed_at })
        : fail(`it is stored for ${newest.size} rows and signed for ${opened.value.size}`);
    }
    reasons.push(opened.error.message);
  }
  return fail(reasons[0] ?? "there is no key that it could be signed with");
};
