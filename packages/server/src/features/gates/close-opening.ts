import type { OpeningView } from "@checkride/api/openings";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import type { GateDeps } from "./deps.ts";
import { changeOpening, lockOpening, type OpeningRecord } from "./opening-store.ts";
import { breakGlassOf, openingView, stateOf, tellOfOpening } from "./openings.ts";

type Named = { readonly gate: string; readonly opening: string };

const minuteMs = 60_000;

const closed = () =>
  refuse("opening-closed", "It was approved, was ended, or its time is over.", {
    wayOut: "Look at it again; ask anew if the emergency lasts.",
  });

const find = async (
  { db }: RequestContext,
  { gate, opening }: Named,
): Promise<Result<OpeningRecord, Refusal>> => {
  const found = await lockOpening(db, opening);
  return found?.gate === gate ? ok(found) : refuse("not-found", "There is no such opening.");
};

/** Two people: the one who approves is neither who asked nor whom it is for. */
export const approveOpening = async (
  context: RequestContext,
  deps: GateDeps,
  named: Named,
): Promise<Result<OpeningView, Refusal>> => {
  const { db, now } = context;
  const { personId: actor, roles, via } = actorOf(context);
  if (via.kind === "token") {
    return refuse("not-permitted", "A person approves this after signing in, not a program.");
  }
  const found = await find(context, named);
  if (!found.ok) return found;
  const breakGlass = await breakGlassOf(db, deps, named.gate);
  if (!breakGlass.ok) return breakGlass;
  const { roles: able, longestMinutes } = breakGlass.value;
  if (!roles.some((role) => able.includes(role))) {
    return refuse("not-permitted", `Only ${able.join(" or ")} may approve this.`);
  }
  const { askedBy, personId, minutes, id } = found.value;
  if (actor === askedBy || actor === personId) {
    return refuse("own-opening", "Two people open a gate: somebody else must approve it.", {
      wayOut: `Ask another ${able.join(" or ")}.`,
    });
  }
  if (stateOf(found.value, now) !== "asked") return closed();
  const endsAt = new Date(now.getTime() + Math.min(minutes, longestMinutes) * minuteMs);
  const opening = await changeOpening(db, id, { approvedBy: actor, approvedAt: now, endsAt });
  await tellOfOpening(db, deps, { what: "approved", opening, actor, at: now });
  return ok(openingView(opening, now));
};

/** By whoever had to do with it, and by whoever could have approved it. */
export const endOpening = async (
  context: RequestContext,
  deps: GateDeps,
  named: Named,
): Promise<Result<OpeningView, Refusal>> => {
  const { db, now } = context;
  const { personId: actor, rights } = actorOf(context);
  const found = await find(context, named);
  if (!found.ok) return found;
  const { id, askedBy, personId } = found.value;
  const isTheirs = actor === askedBy || actor === personId;
  if (!isTheirs && !rights.has("openings:approve")) {
    return refuse("not-found", "There is no such opening.");
  }
  if (stateOf(found.value, now) === "ended") return closed();
  const ended = { endedAt: now, endedBy: actor, endedWhy: "by-hand" as const };
  const opening = await changeOpening(db, id, ended);
  await tellOfOpening(db, deps, { what: "ended", opening, actor, at: now });
  return ok(openingView(opening, now));
};
