import type { ThreatCoverage } from "@checkride/rules/threat-coverage";
import type { Database } from "../../platform/database.ts";
import type { CoverageDeps } from "./deps.ts";
import { countHolders } from "./store.ts";

export type Holders = {
  readonly of: ReadonlyMap<string, { readonly exposed: number; readonly hold: number }>;
  readonly at: Date;
};

/** So old may counts be, and so long somebody waits for them before they are shown without. */
const keptMs = 10 * 60_000;
const waitMs = 2_000;

/**
 * Walking over all passes takes a while in a large organisation, so counts are made once for whoever asks,
 * kept for some minutes, and a page that comes first does not wait long for them.
 */
export const makeHolders = (outside: Database) => {
  const kept = new Map<string, Holders>();
  const running = new Map<string, Promise<Holders>>();
  const count = async (
    deps: CoverageDeps,
    rows: readonly ThreatCoverage[],
    now: Date,
  ): Promise<Holders> => {
    const inForce = await deps.policyInForce(outside);
    const { activities } = deps.content().catalogue;
    const certificates = Object.entries(inForce?.policy.certificates ?? {});
    const tracksOf = (ref: string): readonly string[] => activities.get(ref)?.tracks ?? [];
    const asked = rows.flatMap(({ entry, lessons, labs }) => {
      const teaching = new Set([...lessons, ...labs].flatMap(tracksOf));
      return certificates.flatMap(([certificate, { track }]) =>
        track !== null && teaching.has(track) ? [{ threat: entry.id, certificate }] : [],
      );
    });
    const taught = rows.flatMap(({ entry, lessons, labs }) => {
      const installed = labs.filter((ref) => activities.get(ref)?.installed);
      // Where it can be practised, having read about it is not enough.
      return (installed.length > 0 ? labs : [...labs, ...lessons]).map((activity) => ({
        threat: entry.id,
        activity,
      }));
    });
    return { of: await countHolders(outside, asked, taught), at: now };
  };
  return async (
    deps: CoverageDeps,
    list: string,
    rows: readonly ThreatCoverage[],
    now: Date,
  ): Promise<Holders | null> => {
    const known = kept.get(list);
    if (known && Math.abs(now.getTime() - known.at.getTime()) < keptMs) return known;
    const counting =
      running.get(list) ??
      count(deps, rows, now)
        .then((holders) => {
          kept.set(list, holders);
          return holders;
        })
        .finally(() => running.delete(list));
    running.set(list, counting);
    return Promise.race([counting, later()]);
  };
};

const later = (): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), waitMs).unref());
