import type { GateMode, GateRule, GateTurn, OfflineRule } from "./policy.ts";
import { instantOf } from "./time.ts";

const unsaid: OfflineRule = { maxAgeMinutes: 60, otherwise: "deny" };

/** How old an answer of this gate may be where nobody can be asked, and what holds beyond that. */
export const offlineOf = (gate: GateRule): OfflineRule => gate.offline ?? unsaid;

/** The mode at a moment: that of the last turn that has come. */
export const modeAt = (gate: GateRule, now: number): GateMode =>
  gate.turns?.findLast(({ at }) => instantOf(at) <= now)?.to ?? gate.mode;

export const nextTurn = (gate: GateRule, now: number): GateTurn | null =>
  gate.turns?.find(({ at }) => instantOf(at) > now) ?? null;
