import type { OpeningView } from "@checkride/api/openings";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import type { GateDeps } from "./deps.ts";
import { insertOpening, lockAsks, readOpening, readUnderWay } from "./opening-store.ts";
import { breakGlassOf, openingView, stateOf, tellOfOpening } from "./openings.ts";

type OpeningWish = {
  readonly gate: string;
  readonly person: string;
  readonly reason: string;
  readonly hours: number;
};

/** Whoever may approve asks for anybody, everybody else for themselves; another one approves it. */
export const askOpening = async (
  context: RequestContext,
  deps: GateDeps,
  { gate, person, reason, hours }: OpeningWish,
): Promise<Result<OpeningView, Refusal>> => {
  const { db, now } = context;
  const { personId: actor, roles } = actorOf(context);
  const breakGlass = await breakGlassOf(db, deps, gate);
  if (!breakGlass.ok) return breakGlass;
  const { longestMinutes, roles: named } = breakGlass.value;
  if (person !== actor && !roles.some((role) => named.includes(role))) {
    return refuse("not-permitted", `For somebody else only ${named.join(" or ")} may ask.`);
  }
  const minutes = Math.round(hours * 60);
  if (minutes > longestMinutes) {
    const says = `longer than the ${longestMinutes / 60} hours that the policy allows`;
    return refuse("bad-input", `The time is ${says}.`, { faults: [{ in: "body/hours", says }] });
  }
  const whom = await deps.readPersonFacts(db, person);
  if (!whom?.active) return refuse("not-found", "There is no such person.");
  await lockAsks(db, gate, person);
  const others = await readUnderWay(db, gate, person);
  if (others.some((one) => stateOf(one, now) !== "ended")) {
    return refuse(
      "already-asked",
      `${gate} is opened for this person, or somebody has asked for it.`,
      {
        wayOut: "Have the one that waits approved, or end it.",
      },
    );
  }
  const id = newId(now);
  await insertOpening(db, {
    id,
    gate,
    personId: person,
    reason,
    minutes,
    askedBy: actor,
    askedAt: now,
  });
  const opening = await readOpening(db, id);
  if (!opening) throw new Error("an opening that was just written is not there");
  await tellOfOpening(db, deps, { what: "asked", opening, actor, at: now });
  return ok(openingView(opening, now));
};
