import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type LastAnswer = { readonly fingerprint: string; readonly recordedAt: Date };

/** Locks the row for this gate and person, so that two equal questions do not both record an answer. */
export const lockLastAnswer = async (
  tx: Database,
  gate: string,
  personId: string,
): Promise<(LastAnswer & { readonly repeats: number }) | null> => {
  await tx
    .insertInto("gateAnswer")
    .values({ gate, personId, fingerprint: "", recordedAt: new Date(0), repeats: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom("gateAnswer")
    .select(["fingerprint", "recordedAt", "repeats"])
    .where("gate", "=", gate)
    .where("personId", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  return row && row.fingerprint !== "" ? row : null;
};

export const writeAnswer = async (
  tx: Database,
  gate: string,
  personId: string,
  answer: LastAnswer,
): Promise<void> => {
  await tx
    .updateTable("gateAnswer")
    .set({ ...answer, repeats: 0 })
    .where("gate", "=", gate)
    .where("personId", "=", personId)
    .execute();
};

type Repeats = { readonly gate: string; readonly personId: string; readonly repeats: number };

type Written = {
  readonly gate: string;
  readonly personId: string;
  readonly fingerprint: string;
};

/** What is now recorded for each of them. */
export const addRepeats = async (
  db: Database,
  batch: readonly Repeats[],
): Promise<readonly Written[]> => {
  const rows = [...batch].sort((a, b) =>
    `${a.personId} ${a.gate}` < `${b.personId} ${b.gate}` ? -1 : 1,
  );
  const answer = await sql<Written>`
    update gate_answer set repeats = gate_answer.repeats + added.repeats
    from unnest(${rows.map((row) => row.gate)}::text[], ${rows.map((row) => row.personId)}::uuid[],
                ${rows.map((row) => row.repeats)}::bigint[]) as added (gate, person_id, repeats)
    where gate_answer.gate = added.gate and gate_answer.person_id = added.person_id
    returning gate_answer.gate, gate_answer.person_id, gate_answer.fingerprint`.execute(db);
  return answer.rows;
};
