import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

/** Content, salt and who it was about go; commitment, leaf and place in the tree stay. */
export const eraseEvidence = async (db: Database, person: string): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable("evidence")
    .set({ person: null, actor: null, body: null, salt: null })
    .where("person", "=", person)
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/** Progress and answers, tries, texts with their reviews, feedback: none of it outlives the person. */
const eraseLearnt = async (db: Database, people: readonly string[]): Promise<void> => {
  if (people.length === 0) return;
  await db.deleteFrom("lessonProgress").where("personId", "in", people).execute();
  await db.deleteFrom("exerciseAnswer").where("personId", "in", people).execute();
  await db.deleteFrom("learningClock").where("personId", "in", people).execute();
  await db.deleteFrom("itemTry").where("personId", "in", people).execute();
  await db.deleteFrom("competencyLevel").where("personId", "in", people).execute();
  await db.deleteFrom("writtenWork").where("personId", "in", people).execute();
  await db.deleteFrom("refresherCard").where("personId", "in", people).execute();
  await db.deleteFrom("refresherReview").where("personId", "in", people).execute();
  await db.deleteFrom("feedback").where("personId", "in", people).execute();
  await eraseLabs(db, people);
  await eraseCertificates(db, people);
  // Points that they gave stay: somebody else's result rests on them.
  const words = { comment: "" };
  await db.updateTable("writtenReview").set(words).where("reviewerId", "in", people).execute();
};

/** A partner's pass may rest on what both handed in; that stays, and says nobody. */
const eraseLabs = async (db: Database, people: readonly string[]): Promise<void> => {
  const nobody = { personId: null };
  await db.deleteFrom("labMember").where("personId", "in", people).execute();
  await db.deleteFrom("labWorkspace").where(hasNoMember).execute();
  const gone = { state: "not-graded" as const, fault: "Its author is gone." };
  const attempts = db.updateTable("labAttempt").where("personId", "in", people);
  await attempts.set(gone).where("state", "in", ["waiting", "running", "in-review"]).execute();
  await attempts.set(nobody).execute();
  await db.updateTable("labMove").set(nobody).where("personId", "in", people).execute();
  await db
    .updateTable("labWorkspace")
    .set({ savedBy: null })
    .where("savedBy", "in", people)
    .execute();
  const words = { comment: "" };
  await db.updateTable("labReview").set(words).where("reviewerId", "in", people).execute();
};

/** What is left is that something was certified, and its place in the status list, which makes copies void. */
const eraseCertificates = async (db: Database, people: readonly string[]): Promise<void> => {
  await sql`update certificate set person_id = null, evidence = '{}', salt = null, show_name = false,
      credential = null, jwt = null, void_since = coalesce(void_since, now()),
      ended_at = coalesce(ended_at, now()), end_kind = coalesce(end_kind, 'withdrawn'),
      end_reason = case when end_kind is null then 'The data of its holder were erased.' end
    where person_id = any (${people}::uuid[])`.execute(db);
};

const hasNoMember = sql<boolean>`not exists (
  select from lab_member m where m.workspace_id = lab_workspace.id)`;

/** What another transaction was appending while somebody was erased, and so was not yet to be seen. */
export const eraseLatecomers = async (db: Database, erasedSince: Date): Promise<void> => {
  await db
    .updateTable("evidence")
    .set({ person: null, actor: null, body: null, salt: null })
    .where("person", "in", (eb) =>
      eb.selectFrom("person").select("id").where("erasedAt", ">", erasedSince),
    )
    .execute();
  const erased = await db
    .selectFrom("person")
    .select("id")
    .where("erasedAt", ">", erasedSince)
    .execute();
  await eraseLearnt(
    db,
    erased.map(({ id }) => id),
  );
};

/** Everything else that knows the person. What they approved keeps their id, which now says nobody. */
export const eraseTraces = async (
  db: Database,
  person: { readonly id: string; readonly email: string | null; readonly mark: Buffer | null },
): Promise<void> => {
  const { id, email, mark } = person;
  await db.deleteFrom("session").where("personId", "=", id).execute();
  await db.deleteFrom("accessToken").where("personId", "=", id).execute();
  await db.deleteFrom("oneTimeLink").where("personId", "=", id).execute();
  await db.deleteFrom("challenge").where("personId", "=", id).execute();
  await db.deleteFrom("passkey").where("personId", "=", id).execute();
  await db.deleteFrom("password").where("personId", "=", id).execute();
  await db.deleteFrom("personStanding").where("personId", "=", id).execute();
  await db.deleteFrom("standing").where("personId", "=", id).execute();
  await db.deleteFrom("standingStale").where("personId", "=", id).execute();
  await db.deleteFrom("gateAnswer").where("personId", "=", id).execute();
  await db.deleteFrom("deviceLogin").where("personId", "=", id).execute();
  await forgetAccounts(db, id);
  await db.updateTable("gateOpening").set({ reason: "" }).where("personId", "=", id).execute();
  await eraseLearnt(db, [id]);
  await db
    .updateTable("policyVersion")
    .set({ proposedBy: null })
    .where("proposedBy", "=", id)
    .execute();
  await db.updateTable("person").set({ erasedEmailMark: mark }).where("id", "=", id).execute();
  if (email !== null) await forgetInImports(db, email);
};

/** Open pull requests are asked about again by the account's number; its name tells who it was. */
const forgetAccounts = async (db: Database, id: string): Promise<void> => {
  const gone = await db
    .deleteFrom("forgeAccount")
    .where("personId", "=", id)
    .returning("accountId")
    .execute();
  const accounts = gone.map(({ accountId }) => accountId);
  for (const part of ["opener", "by"]) {
    await sql`update github_change set ask = jsonb_set(ask, array[${part}, 'login'], '"erased"')
      where ask -> ${part} ->> 'id' = any (${accounts}::text[])`.execute(db);
  }
};

/** An import that waits or is over holds whole rows of the file. One that runs empties itself at its end. */
const forgetInImports = async (db: Database, email: string): Promise<void> => {
  const row = JSON.stringify([{ email }]);
  await db
    .deleteFrom("peopleImport")
    .where("state", "<>", "running")
    .where((eb) =>
      eb.or([
        sql<boolean>`rows @> ${row}::jsonb`,
        sql<boolean>`summary -> 'sample' @> ${row}::jsonb`,
        sql<boolean>`summary -> 'faults' @> ${JSON.stringify([{ value: email }])}::jsonb`,
      ]),
    )
    .execute();
};
