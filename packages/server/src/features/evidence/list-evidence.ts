import type { EvidenceRow } from "@checkride/api/evidence";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { evidenceView } from "./evidence-view.ts";
import { type Filter, listKinds, listRows } from "./store.ts";

export type EvidencePage = {
  readonly items: EvidenceRow[];
  readonly nextCursor: string | null;
  readonly kinds: string[];
};

export const listEvidence = async (
  db: Database,
  filter: Filter,
  page: { readonly cursor: string | undefined; readonly limit: number },
): Promise<Result<EvidencePage, Refusal>> => {
  const before = page.cursor === undefined ? ok(null) : readCursor(page.cursor);
  if (!before.ok) {
    return refuse("bad-cursor", "This page marker was not given out by this list.", {
      wayOut: "Begin with the first page again.",
    });
  }
  const [rows, kinds] = await Promise.all([
    listRows(db, filter, before.value, page.limit + 1),
    listKinds(db),
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return ok({
    items: shown.map(evidenceView),
    nextCursor: rows.length > page.limit && last ? writeCursor(last) : null,
    kinds,
  });
};
