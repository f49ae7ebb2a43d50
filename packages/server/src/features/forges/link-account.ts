import { fail, ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type AccountPlace, linkOne, unlinkOne } from "./account-store.ts";

type Link = AccountPlace & {
  readonly login: string | null;
  readonly person: string;
  readonly how: "signed-in" | "imported";
  readonly actor: string;
  readonly at: Date;
};

/** True: newly linked. An account is one person's; whoever has it keeps it. */
export const linkAccount = async (
  tx: Database,
  { forge, id, login, person, how, actor, at }: Link,
): Promise<Result<boolean, "taken">> => {
  const row = { forge, accountId: id, personId: person, login, how, linkedBy: actor, linkedAt: at };
  const { holder, isNew } = await linkOne(tx, row);
  if (holder !== person) return fail("taken");
  if (!isNew) return ok(false);
  const body = { forge, account: id, how };
  await appendEvidence(tx, [{ kind: "forge-account.linked", person, actor, body, at }]);
  return ok(true);
};

type Unlink = AccountPlace & {
  /** Null: whoever has it. */
  readonly person: string | null;
  readonly actor: string;
  readonly at: Date;
};

export const unlinkAccount = async (
  tx: Database,
  { forge, id, person, actor, at }: Unlink,
): Promise<boolean> => {
  const gone = await unlinkOne(tx, { forge, id }, person);
  if (!gone) return false;
  const body = { forge, account: id };
  const about = { person: gone.personId, actor, body, at };
  await appendEvidence(tx, [{ kind: "forge-account.unlinked", ...about }]);
  return true;
};
