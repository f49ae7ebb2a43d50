import { accountHolderReader } from "./features/forges/account-store.ts";
import type { GateDeps, OnOpening } from "./features/gates/deps.ts";
import { openingsReader } from "./features/gates/opening-store.ts";
import { readPeopleBatch } from "./features/people/batch-store.ts";
import { readPersonFacts } from "./features/people/person-facts.ts";
import { recordHappenings } from "./features/webhooks/record-happening.ts";
import { gather } from "./platform/gather.ts";
import type { Parts } from "./wiring.ts";

const happeningOf = {
  asked: "gate.opening.asked",
  approved: "gate.opened",
  ended: "gate.opening.ended",
} as const;

/** Whoever watches from outside hears of it at once; why it was opened stays inside. */
const tellOutside: OnOpening = (tx, { what, opening, actor, at }) => {
  const { id, gate, personId, minutes, endsAt, endedWhy } = opening;
  const body = {
    gate,
    opening: id,
    person: personId,
    by: actor,
    minutes,
    until: endsAt?.toISOString() ?? null,
    ended: endedWhy,
  };
  return recordHappenings(tx, [{ type: happeningOf[what], person: personId, body, at }]);
};

export const wireGates = (
  { handle }: Parts,
  standing: Pick<GateDeps, "policyInForce" | "readKnown">,
): GateDeps => ({
  ...standing,
  readPeopleBatch,
  readPersonFacts,
  onOpening: [tellOutside],
  readOpenings: gather(openingsReader(handle.db)),
  readAccountHolder: gather(accountHolderReader(handle.db)),
});
