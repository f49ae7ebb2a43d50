import type { CiIssuerView } from "@checkride/api/forges";
import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { AllowedRepository, ForgeKind } from "../../platform/gate-tables.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import { deleteIssuer, type IssuerRow, insertIssuer } from "./ci-store.ts";

type IssuerWish = {
  readonly kind: ForgeKind;
  readonly issuer?: string | undefined;
  readonly audience: string | null;
  readonly forge?: string | undefined;
  readonly allowed: readonly AllowedRepository[];
};

const issuers = {
  github: "https://token.actions.githubusercontent.com",
  gitlab: "https://gitlab.com",
} as const;

/** The hosted GitHub issues tokens under another name than that of its accounts; a server of one's own does not. */
const forgeOf = (issuer: string): string =>
  issuer === issuers.github ? "github.com" : new URL(issuer).host;

export const issuerView = (
  row: Omit<IssuerRow, "allowed"> & { allowed: readonly AllowedRepository[] },
): CiIssuerView => ({
  id: row.id,
  kind: row.kind,
  issuer: row.issuer,
  audience: row.audience,
  forge: row.forge,
  allowed: row.allowed.map((one) => ({ ...one, gates: [...one.gates] })),
  createdAt: row.createdAt.toISOString(),
});

export const makeIssuer = async (
  context: RequestContext,
  wish: IssuerWish,
): Promise<Result<CiIssuerView, Refusal>> => {
  const { db, now } = context;
  const { kind, allowed } = wish;
  const issuer = wish.issuer ?? issuers[kind];
  const audience = wish.audience?.replace(/\/$/, "") ?? null;
  const forge = wish.forge ?? forgeOf(issuer);
  const row = { id: newId(now), kind, issuer, audience, forge, createdAt: now };
  if (!(await insertIssuer(db, { ...row, allowed: JSON.stringify(allowed) }))) {
    return refuse("already-asked", `${issuer} is named already.`, {
      wayOut: "Remove it and name it anew with all of its repositories.",
    });
  }
  const body = {
    kind,
    issuer,
    audience,
    forge,
    allowed: allowed.map((one) => ({ ...one, gates: [...one.gates] })),
  };
  const actor = actorOf(context).personId;
  await appendEvidence(db, [{ kind: "ci-issuer.named", person: null, actor, body, at: now }]);
  return ok(issuerView({ ...row, allowed }));
};

export const removeIssuer = async (
  context: RequestContext,
  id: string,
): Promise<Result<undefined, Refusal>> => {
  const { db, now } = context;
  const gone = await deleteIssuer(db, id);
  if (!gone) return refuse("not-found", "There is no such issuer.");
  const body = { issuer: gone.issuer };
  const actor = actorOf(context).personId;
  await appendEvidence(db, [{ kind: "ci-issuer.removed", person: null, actor, body, at: now }]);
  return ok(undefined);
};
