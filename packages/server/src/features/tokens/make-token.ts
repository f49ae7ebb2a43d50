import type { InputFault } from "@checkride/api/problems";
import type { AccessToken } from "@checkride/api/tokens";
import { ok, type Result } from "@checkride/rules/result";
import type { Right } from "@checkride/rules/rights";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import {
  actorOf,
  type Principal,
  type RequestContext,
} from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import { hashSecret, newSecret } from "../../platform/secrets.ts";
import { insertToken, readToken, type TokenRecord } from "./store.ts";

const dayMs = 86_400_000;

type Wish = {
  readonly name: string;
  readonly scopes: readonly Right[];
  readonly expiresInDays: number;
};

export const tokenView = (token: TokenRecord): AccessToken => ({
  id: token.id,
  name: token.name,
  scopes: [...token.scopes],
  createdBy: token.createdBy,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
});

/** A token that could set its owner's password would be worth as much as its owner. */
const neverInToken: Right = "account:own";

const scopeFaults = (scopes: readonly Right[], principal: Principal): readonly InputFault[] =>
  scopes.flatMap((scope, index) => {
    const where = `body/scopes/${index}`;
    if (scope === neverInToken) {
      return [{ in: where, says: `"${scope}" needs the person and is not for tokens` }];
    }
    return principal.rights.has(scope)
      ? []
      : [{ in: where, says: `"${scope}" is not among your own rights` }];
  });

export const makeToken = async (
  context: RequestContext,
  wish: Wish,
): Promise<Result<{ token: AccessToken; secret: string }, Refusal>> => {
  const { db, now } = context;
  const principal = actorOf(context);
  const scopes = [...new Set(wish.scopes)];
  const faults = scopeFaults(scopes, principal);
  if (faults.length > 0) {
    const detail = faults.map((fault) => fault.says).join("; ");
    return refuse("bad-input", `The scopes cannot be given: ${detail}.`, { faults });
  }
  const { personId, via } = principal;
  const wished = now.getTime() + wish.expiresInDays * dayMs;
  // A token that makes tokens could live for ever otherwise.
  const parent = via.kind === "token" ? (await readToken(db, via.id)).expiresAt.getTime() : wished;
  const expiresAt = new Date(Math.min(wished, parent));
  const id = newId(now);
  const secret = `ckr_${newSecret()}`;
  await insertToken(db, {
    id,
    tokenHash: hashSecret(secret),
    name: wish.name,
    scopes,
    personId,
    createdAt: now,
    expiresAt,
  });
  const body = { scopes, expiresAt: expiresAt.toISOString() };
  await appendEvidence(db, [
    { kind: "access-token.made", person: personId, actor: personId, body, at: now },
  ]);
  return ok({ token: tokenView(await readToken(db, id)), secret });
};
