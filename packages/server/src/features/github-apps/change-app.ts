import { createPrivateKey } from "node:crypto";
import type { GithubAppView } from "@checkride/api/github-apps";
import type { InputFault } from "@checkride/api/problems";
import type { JsonObject } from "@checkride/ledger/canonical";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import type { GithubDeps } from "./deps.ts";
import { deleteApp, type GithubApp, insertApp, readApp, updateApp } from "./store.ts";

type Rules = Pick<GithubApp, "checks" | "deployments">;
type Secrets = { readonly privateKey: string; readonly webhookSecret: string };
/** As it comes from outside: a field may be left out or be undefined. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };
type NewApp = Rules & Secrets & Pick<GithubApp, "name" | "apiUrl" | "appId">;

export const receiverPath = "/hooks/github/:app";

export const appView = (
  app: GithubApp,
  origin: string,
  lastDeliveryAt: Date | null,
): GithubAppView => ({
  id: app.id,
  name: app.name,
  apiUrl: app.apiUrl,
  appId: app.appId,
  checks: [...app.checks],
  deployments: [...app.deployments],
  receiver: origin + receiverPath.replace(":app", app.id),
  createdAt: app.createdAt.toISOString(),
  lastDeliveryAt: lastDeliveryAt?.toISOString() ?? null,
});

const isRsaKey = (pem: string): boolean => {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The app's key signs what is sent there; in the clear it goes no further than this machine. */
const isSafeAddress = (apiUrl: string): boolean => {
  const { protocol, hostname, username, search, hash } = new URL(apiUrl);
  if (username !== "" || search !== "" || hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
};

const faultsOf = async (
  db: Database,
  deps: GithubDeps,
  app: Loose<NewApp>,
): Promise<readonly InputFault[]> => {
  const faults: InputFault[] = [];
  if (app.privateKey !== undefined && !isRsaKey(app.privateKey)) {
    faults.push({ in: "body/privateKey", says: "is no RSA key in PEM, as GitHub makes it" });
  }
  if (app.apiUrl !== undefined && !isSafeAddress(app.apiUrl)) {
    faults.push({
      in: "body/apiUrl",
      says: "must be an https address such as https://api.github.com",
    });
  }
  for (const list of ["checks", "deployments"] as const) {
    for (const [index, { gate }] of (app[list] ?? []).entries()) {
      if (await deps.knowsGate(db, gate)) continue;
      faults.push({ in: `body/${list}/${index}/gate`, says: `the policy has no gate ${gate}` });
    }
  }
  return faults;
};

const refusedFor = (faults: readonly InputFault[]) =>
  refuse("bad-input", faults.map((fault) => `${fault.in}: ${fault.says}`).join("; "), { faults });

const sealed = ({ vault }: GithubDeps, { privateKey, webhookSecret }: Loose<Secrets>) => ({
  ...(privateKey === undefined ? {} : { privateKeySealed: vault.seal(Buffer.from(privateKey)) }),
  ...(webhookSecret === undefined
    ? {}
    : { webhookSecretSealed: vault.seal(Buffer.from(webhookSecret)) }),
});

const record = (context: RequestContext, kind: string, body: JsonObject) =>
  appendEvidence(context.db, [
    { kind, person: null, actor: actorOf(context).personId, body, at: context.now },
  ]);

export const connectApp = async (
  context: RequestContext,
  deps: GithubDeps,
  wish: NewApp,
): Promise<Result<GithubAppView, Refusal>> => {
  const { db, now } = context;
  const faults = await faultsOf(db, deps, wish);
  if (faults.length > 0) return refusedFor(faults);
  const { name, apiUrl, appId, checks, deployments } = wish;
  const id = newId(now);
  await insertApp(db, {
    id,
    name,
    apiUrl,
    appId,
    privateKeySealed: deps.vault.seal(Buffer.from(wish.privateKey)),
    webhookSecretSealed: deps.vault.seal(Buffer.from(wish.webhookSecret)),
    checks: JSON.stringify(checks),
    deployments: JSON.stringify(deployments),
    createdBy: actorOf(context).personId,
    createdAt: now,
  });
  await record(context, "github-app.connected", { app: id, apiUrl, appId, checks, deployments });
  return shownAgain(db, deps, id);
};

const shownAgain = async (db: Database, deps: GithubDeps, id: string) => {
  const app = await readApp(db, id);
  return app ? ok(appView(app, deps.origin, null)) : notThere();
};

const notThere = () => refuse("not-found", "There is no such GitHub App here.");

export const changeApp = async (
  context: RequestContext,
  deps: GithubDeps,
  id: string,
  change: Loose<Rules & Secrets>,
): Promise<Result<GithubAppView, Refusal>> => {
  const { db } = context;
  if (!(await readApp(db, id))) return notThere();
  const faults = await faultsOf(db, deps, change);
  if (faults.length > 0) return refusedFor(faults);
  const { checks, deployments } = change;
  const columns = {
    ...sealed(deps, change),
    ...(checks === undefined ? {} : { checks: JSON.stringify(checks) }),
    ...(deployments === undefined ? {} : { deployments: JSON.stringify(deployments) }),
  };
  const changed = Object.keys(change).sort();
  if (changed.length > 0) {
    await updateApp(db, id, columns);
    const rules = { ...(checks && { checks }), ...(deployments && { deployments }) };
    await record(context, "github-app.changed", { app: id, changed, ...rules });
  }
  return shownAgain(db, deps, id);
};

export const disconnectApp = async (
  context: RequestContext,
  id: string,
): Promise<Result<undefined, Refusal>> => {
  if (!(await readApp(context.db, id))) return notThere();
  await deleteApp(context.db, id);
  await record(context, "github-app.disconnected", { app: id });
  return ok(undefined);
};
