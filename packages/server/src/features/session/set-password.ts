import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { busy, countTries } from "./count-tries.ts";
import type { SessionDeps } from "./deps.ts";
import { endSessions } from "./end-sessions.ts";
import { endUnusedLinks } from "./link-store.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";
import { passwordFaults } from "./password-quality.ts";
import type { Passwords } from "./passwords.ts";
import { readPasswordHash, writePassword } from "./store.ts";

type Wish = { readonly current: string | null; readonly next: string };

const weak = async (
  context: RequestContext,
  deps: SessionDeps,
  next: string,
): Promise<Refusal | null> => {
  const { db } = context;
  const card = await deps.readPersonCard(db, actorOf(context).personId);
  const organisation = (await deps.readOrganisation(db)).name;
  const about = { name: card?.name ?? "", email: card?.email ?? null, organisation };
  const faults = passwordFaults(next, about);
  if (faults.length === 0) return null;
  const says = faults.map((fault) => fault.says).join("; it ");
  return refuse("password-too-weak", `The password ${says}.`, {
    faults,
    wayOut: "Four or five words that have nothing to do with each other are easy to keep in mind.",
  }).error;
};

/** Whoever sits down at somebody's open screen does not know the present password. */
const provesCurrent = async (
  context: RequestContext,
  deps: SessionDeps,
  current: string | null,
): Promise<Refusal | null> => {
  const { personId } = actorOf(context);
  const stored = await readPasswordHash(context.db, personId);
  if (stored === null) return null;
  const bucket = { kind: "change", of: personId } as const;
  const tries = await countTries(deps.outside, deps.deviceKey, [bucket], context.now);
  if (!tries.ok) return tries.error;
  if (current !== null && (await verifyPassword(stored, current))) {
    await tries.value.giveBack();
    return null;
  }
  return refuse("sign-in-failed", "The present password is not right.", {
    wayOut: "Type it again, or ask an owner of your organisation for a new one-time link.",
  }).error;
};

export const setPassword = async (
  context: RequestContext,
  deps: SessionDeps,
  passwords: Passwords,
  wish: Wish,
): Promise<Result<undefined, Refusal>> => {
  const done = await passwords.known(async () => {
    const refused =
      (await provesCurrent(context, deps, wish.current)) ?? (await weak(context, deps, wish.next));
    return refused ?? (await hashPassword(wish.next));
  });
  if (!done.ok) return busy();
  if (typeof done.value !== "string") return { ok: false, error: done.value };
  const { db, now } = context;
  const { personId, via } = actorOf(context);
  await writePassword(db, personId, done.value, now);
  await endUnusedLinks(db, [personId]);
  await appendEvidence(db, [
    { kind: "account.password-set", person: personId, actor: personId, body: {}, at: now },
  ]);
  await endSessions(db, { personId, exceptId: via.id, actor: personId, why: "password-set", now });
  return ok(undefined);
};
