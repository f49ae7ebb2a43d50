import type { ForgeView } from "@checkride/api/forges";
import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { ForgeKind } from "../../platform/gate-tables.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import type { ForgeDeps } from "./deps.ts";
import { callbackOf, hostedUrls } from "./forge-addresses.ts";
import { deleteForge, type ForgeRow, writeForge } from "./forge-store.ts";

type ForgeWish = {
  readonly kind: ForgeKind;
  readonly url?: string | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** The client's secret is never shown again. */
export const forgeView = (
  { id, kind, url }: Pick<ForgeRow, "id" | "kind" | "url">,
  origin: string,
): ForgeView => ({ id, kind, url, callback: callbackOf(origin, id) });

export const makeForge = async (
  context: RequestContext,
  { vault }: ForgeDeps,
  { kind, clientId, clientSecret, ...wish }: ForgeWish,
): Promise<Result<ForgeView, Refusal>> => {
  const { db, now, origin } = context;
  const url = wish.url ?? hostedUrls[kind];
  const forge = { id: new URL(url).host, kind, url };
  const clientSecretSealed = vault.seal(Buffer.from(clientSecret, "utf8"));
  await writeForge(db, { ...forge, clientId, clientSecretSealed, createdAt: now });
  const actor = actorOf(context).personId;
  const body = { forge: forge.id, kind, url, clientId };
  await appendEvidence(db, [{ kind: "forge.named", person: null, actor, body, at: now }]);
  return ok(forgeView(forge, origin));
};

export const removeForge = async (
  context: RequestContext,
  id: string,
): Promise<Result<undefined, Refusal>> => {
  const { db, now } = context;
  if (!(await deleteForge(db, id))) return refuse("not-found", "There is no such forge.");
  const actor = actorOf(context).personId;
  const body = { forge: id };
  await appendEvidence(db, [{ kind: "forge.removed", person: null, actor, body, at: now }]);
  return ok(undefined);
};
