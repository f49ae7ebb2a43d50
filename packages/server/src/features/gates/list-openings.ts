import type { OpeningView } from "@checkride/api/openings";
import { ok, type Result } from "@checkride/rules/result";
import type { Refusal } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import { listOpenings as listRows } from "./opening-store.ts";
import { askedForMs, openingView } from "./openings.ts";
import { readPlace, writePlace } from "./page-place.ts";

type Page = {
  readonly state?: OpeningView["state"] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

export const listOpenings = async (
  { db, now }: RequestContext,
  { state, cursor, limit }: Page,
): Promise<Result<{ items: OpeningView[]; nextCursor: string | null }, Refusal>> => {
  const before = readPlace(cursor);
  if (!before.ok) return before;
  const askedBefore = new Date(now.getTime() - askedForMs);
  const rows = await listRows(db, {
    state,
    before: before.value,
    limit: limit + 1,
    now,
    askedBefore,
  });
  const items = rows.slice(0, limit).map((row) => openingView(row, now));
  return ok({ items, nextCursor: rows.length > limit ? writePlace(items.at(-1)?.id) : null });
};
