import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import { emptyEverything, isDemo } from "./store.ts";

export type RemoveDeps = {
  readonly inviteFirstOwner: (
    tx: Database,
    by: { readonly origin: string; readonly now: Date },
  ) => Promise<{ readonly url: string } | null>;
};

/** All of it, ledger included, and an empty installation in its place, in one transaction. */
export const removeDemo = async (
  { db, origin, now }: RequestContext,
  deps: RemoveDeps,
): Promise<Result<{ url: string }, Refusal>> => {
  if (!(await isDemo(db))) {
    return refuse("not-demo", "This organisation is real; its ledger is never emptied.");
  }
  await emptyEverything(db);
  const link = await deps.inviteFirstOwner(db, { origin, now });
  if (!link) throw new Error("an empty installation has no owner yet, but no link was made");
  return ok({ url: link.url });
};
