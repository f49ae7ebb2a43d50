import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { evidenceView } from "./evidence-view.ts";
import { exportLedger } from "./export-ledger.ts";
import { listEvidence } from "./list-evidence.ts";
import { proveEvidence } from "./prove-evidence.ts";
import { proveConsistency, showLedger } from "./show-ledger.ts";
import type { ReadSigner } from "./signing-key.ts";
import { type Filter, findRow } from "./store.ts";

export type EvidenceDeps = { readonly readSigner: ReadSigner };

type AskedFilter = {
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

const filterOf = ({ kind, person, from, to }: AskedFilter): Filter => ({
  kind: kind ?? null,
  person: person ?? null,
  from: from === undefined ? null : new Date(from),
  to: to === undefined ? null : new Date(to),
});

export const evidenceRoutes = ({ readSigner }: EvidenceDeps): readonly Route[] => [
  route("GET /api/evidence", ({ db }, { query }) =>
    listEvidence(db, filterOf(query), { cursor: query.cursor, limit: query.limit }),
  ),
  route("GET /api/evidence/{evidence}", async ({ db }, { params }) => {
    const row = await findRow(db, params.evidence);
    return row ? ok(evidenceView(row)) : refuse("not-found", "There is no such evidence.");
  }),
  route("GET /api/evidence/{evidence}/proof", ({ db }, { params }) =>
    proveEvidence(db, readSigner, params.evidence),
  ),
  route("GET /api/ledger", async ({ db }) => ok(await showLedger(db, readSigner))),
  route("GET /api/ledger/consistency", ({ db }, { query }) =>
    proveConsistency(db, readSigner, { from: query.from, to: query.to }),
  ),
  route("GET /api/ledger/export", async (context, { query }) => {
    const { db, now } = context;
    const actor = actorOf(context).personId;
    const filter = filterOf(query);
    const { size, complete, chunks } = await exportLedger(db, readSigner, { filter, actor, now });
    const name = `ledger-${size}${complete ? "" : "-part"}.ndjson`;
    const headers = {
      "content-type": "application/x-ndjson",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    };
    return ok(new Response(ReadableStream.from(chunks), { headers }));
  }),
];
