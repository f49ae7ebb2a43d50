import { setImmediate as breathe } from "node:timers/promises";
import type { Database } from "../../platform/database.ts";
import type { GateDeps, InForce } from "./deps.ts";
import { readHolding, stateAt } from "./gate-state.ts";

export type GateCounts = { readonly allowed: number; readonly denied: number };

type Counted = {
  readonly version: number;
  readonly at: number;
  readonly people: number;
  readonly gates: ReadonlyMap<string, GateCounts>;
};

const peopleAtOnce = 1_000;
/** From so many people on, counting is work that is worth sharing; it may be some seconds old. */
const manyPeople = 5_000;
const keptMs = 15_000;

const countAll = async (
  db: Database,
  deps: Pick<GateDeps, "readPeopleBatch">,
  { version, policy }: InForce,
  now: Date,
): Promise<Counted> => {
  const rules = Object.entries(policy.gates);
  const gates = new Map(rules.map(([gate]) => [gate, { allowed: 0, denied: 0 }]));
  let people = 0;
  for (let after: string | null = null; ; ) {
    const batch = await readHolding(db, deps, after, peopleAtOnce);
    for (const { facts, held } of batch) {
      for (const [gate, rule] of rules) {
        const state = stateAt(policy, rule, facts, held);
        const counts = gates.get(gate);
        if (counts && state !== "outside") counts[state] += 1;
      }
    }
    people += batch.length;
    after = batch.at(-1)?.facts.id ?? null;
    if (batch.length < peopleAtOnce) return { version, at: now.getTime(), people, gates };
    await breathe();
  }
};

/** How many people each gate would let pass. Whoever asks while they are being counted gets the same answer. */
export const makeGateCounts = (deps: Pick<GateDeps, "readPeopleBatch">) => {
  let kept: Counted | null = null;
  let running: { readonly version: number; readonly counted: Promise<Counted> } | null = null;
  const count = async (db: Database, inForce: InForce, now: Date): Promise<Counted> => {
    const counted = await countAll(db, deps, inForce, now);
    kept = counted.people >= manyPeople ? counted : null;
    return counted;
  };
  return (db: Database, inForce: InForce, now: Date): Promise<Counted> => {
    const isKept = kept?.version === inForce.version && Math.abs(now.getTime() - kept.at) < keptMs;
    if (kept && isKept) return Promise.resolve(kept);
    if (running?.version !== inForce.version) {
      const counted = count(db, inForce, now).finally(() => {
        running = null;
      });
      running = { version: inForce.version, counted };
    }
    return running.counted;
  };
};

export type CountGates = ReturnType<typeof makeGateCounts>;
