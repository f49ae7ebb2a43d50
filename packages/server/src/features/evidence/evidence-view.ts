import type { EvidenceRow } from "@checkride/api/evidence";
import type { ShownRow } from "./store.ts";

const who = (id: string | null, name: string | null) =>
  id === null ? null : { id, name: name ?? "Somebody no longer here" };

export const evidenceView = (row: ShownRow): EvidenceRow => ({
  id: row.id,
  at: row.at.toISOString(),
  kind: row.kind,
  person: who(row.person, row.personName),
  actor: who(row.actor, row.actorName),
  body: row.body === null ? null : { ...row.body },
  erased: row.body === null,
  seq: row.seq,
});
