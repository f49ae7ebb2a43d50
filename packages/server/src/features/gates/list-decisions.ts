import type { RecordedDecision } from "@checkride/api/gates";
import { gateOutcomes } from "@checkride/rules/policy";
import { ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import { listAnswers } from "./held-store.ts";
import { readPlace, writePlace } from "./page-place.ts";

type Ask = { readonly gate: string; readonly cursor?: string | undefined; readonly limit: number };

/** What `answer-gate.ts` appends. */
const recorded = z.object({
  outcome: z.enum(gateOutcomes),
  enforced: z.boolean(),
  reasons: z.array(z.object({ code: z.string(), certificate: z.string().nullable() })),
  opening: z.string().nullable().default(null),
  policyVersion: z.number(),
  repeatsBefore: z.number(),
});

/** Of a gate that is in no policy any more, too: what was answered stays answered. */
export const listDecisions = async (
  db: Database,
  { gate, cursor, limit }: Ask,
): Promise<Result<{ items: RecordedDecision[]; nextCursor: string | null }, Refusal>> => {
  const before = readPlace(cursor);
  if (!before.ok) return before;
  const rows = await listAnswers(db, gate, before.value, limit + 1);
  const items = rows.slice(0, limit).map(({ id, at, body, person, personName, askerName }) => ({
    evidence: id,
    at: at.toISOString(),
    person: person === null ? null : { id: person, name: personName ?? "" },
    askedBy: askerName,
    ...recorded.parse(body),
  }));
  return ok({ items, nextCursor: rows.length > limit ? writePlace(items.at(-1)?.evidence) : null });
};
