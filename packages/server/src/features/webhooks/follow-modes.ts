import { modeAt } from "@checkride/rules/gate-rule";
import type { GateMode, Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import { lockState, writeGateModes } from "./happening-store.ts";
import { recordHappenings } from "./record-happening.ts";

type Modes = Readonly<Record<string, GateMode>>;

export type ModeDeps = {
  readonly policyInForce: (
    db: Database,
  ) => Promise<{ readonly version: number; readonly policy: Policy } | null>;
};

const modesAt = ({ gates }: Policy, now: Date): Modes =>
  Object.fromEntries(
    Object.keys(gates)
      .toSorted()
      .flatMap((id) => {
        const gate = gates[id];
        return gate ? [[id, modeAt(gate, now.getTime())]] : [];
      }),
  );

const changesOf = (before: Modes, after: Modes) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((gate) => ({ gate, from: before[gate] ?? null, to: after[gate] ?? null }))
    .filter(({ from, to }) => from !== to);

/**
 * Tells which gates answer in another mode than it was told last, be it by a policy or by the date on which one turns.
 * The first look is no change. What this process has seen it does not ask the database for again.
 */
export const makeFollowModes = ({ policyInForce }: ModeDeps) => {
  let seen = "";
  return async (db: Database, now: Date): Promise<boolean> => {
    const inForce = await policyInForce(db);
    if (!inForce) return false;
    const modes = modesAt(inForce.policy, now);
    const text = JSON.stringify(modes);
    if (text === seen) return false;
    await db.transaction().execute(async (tx) => {
      const { gateModes } = await lockState(tx);
      const changes = gateModes === null ? [] : changesOf(gateModes, modes);
      await writeGateModes(tx, modes);
      await recordHappenings(
        tx,
        changes.map((change) => ({
          type: "gate.mode_changed" as const,
          person: null,
          at: now,
          body: { ...change, policyVersion: inForce.version },
        })),
      );
    });
    seen = text;
    return false;
  };
};
