import type { LinkedAccount } from "@checkride/api/forges";
import { forgeAccount } from "@checkride/api/gates";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { type AccountPlace, type AccountRow, listAccounts as listRows } from "./account-store.ts";

export const accountView = ({
  forge,
  accountId,
  login,
  how,
  linkedAt,
}: AccountRow): LinkedAccount => ({
  forge,
  id: accountId,
  login,
  how,
  linkedAt: linkedAt.toISOString(),
});

const readPlace = (cursor: string): AccountPlace | null => {
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8");
    return forgeAccount.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

type Ask = {
  readonly person?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

type Listed = LinkedAccount & { person: { id: string; name: string } };

export const listAccounts = async (
  db: Database,
  { person, cursor, limit }: Ask,
): Promise<Result<{ items: Listed[]; nextCursor: string | null }, Refusal>> => {
  const after = cursor === undefined ? null : readPlace(cursor);
  if (cursor !== undefined && after === null) {
    return refuse("bad-cursor", "This page marker was not given out by this list.", {
      wayOut: "Begin with the first page again.",
    });
  }
  const rows = await listRows(db, person ?? null, after, limit + 1);
  const shown = rows.slice(0, limit);
  const items = shown.map((row) => ({
    ...accountView(row),
    person: { id: row.personId, name: row.personName },
  }));
  const last = rows.length > limit ? items.at(-1) : undefined;
  const place = last && JSON.stringify({ forge: last.forge, id: last.id });
  return ok({ items, nextCursor: place ? Buffer.from(place).toString("base64url") : null });
};
