import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { deleteToken } from "./store.ts";

export const endToken = async (
  context: RequestContext,
  id: string,
): Promise<Result<undefined, Refusal>> => {
  const { db, now } = context;
  const owner = await deleteToken(db, id);
  if (!owner) return refuse("not-found", "There is nothing here under this address.");
  const actor = actorOf(context).personId;
  await appendEvidence(db, [
    { kind: "access-token.ended", person: owner, actor, body: {}, at: now },
  ]);
  return ok(undefined);
};
