import type { Requirement } from "./lock-file.ts";

/** What one index offers under a name. */
export type Offer = {
  readonly index: string;
  readonly name: string;
  readonly version: string;
  readonly hash: string;
  readonly needs: readonly string[];
};

export type Installing = {
  readonly requirements: readonly Requirement[];
  /** Asked all alike, as pip does. */
  readonly indexes: readonly string[];
  readonly requiresHashes: boolean;
  readonly withNeeded: boolean;
};

export type Installed =
  | { readonly ok: true; readonly offers: readonly Offer[] }
  | { readonly ok: false; readonly because: "hash" | "not-found"; readonly says: string };

/** The highest version that fits, wherever it lies; where hashes are asked for, only what has one of them. */
export const install = (
  { requirements, indexes, requiresHashes, withNeeded }: Installing,
  world: readonly Offer[],
): Installed => {
  const strict = requiresHashes || requirements.some(({ hashes }) => hashes.length > 0);
  const found = new Map<string, Offer>();
  const queue = [...requirements];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    const { name, test, hashes } = one;
    if (found.has(name)) continue;
    if (strict && (hashes.length === 0 || test?.operator !== "==")) {
      return no("hash", `${name} has no fixed version with a hash`);
    }
    const offers = world.filter((offer) => offer.name === name && indexes.includes(offer.index));
    const fitting = offers.filter((offer) => fits(offer, one));
    const allowed = strict ? fitting.filter(({ hash }) => hashes.includes(hash)) : fitting;
    const best = allowed.toSorted((a, b) => compareVersions(b.version, a.version))[0];
    if (best === undefined) {
      return fitting.length > 0
        ? no("hash", `${name} has another hash than the lock file says`)
        : no("not-found", `${name} is not there in the version that is asked for`);
    }
    found.set(name, best);
    if (withNeeded) {
      const listed = new Set(requirements.map((requirement) => requirement.name));
      const more = best.needs.filter((need) => !listed.has(need));
      queue.push(...more.map((need) => ({ name: need, test: null, hashes: [] })));
    }
  }
  return { ok: true, offers: [...found.values()] };
};

const no = (because: "hash" | "not-found", says: string): Installed => ({
  ok: false,
  because,
  says,
});

const fits = ({ version }: Offer, { test }: Requirement): boolean => {
  if (test === null) return true;
  const order = compareVersions(version, test.version);
  if (test.operator === "==") return order === 0;
  if (order < 0 || test.operator === ">=") return order >= 0;
  // ~=1.4.2 stays within 1.4
  const kept = test.version.split(".").slice(0, -1);
  return kept.every((part, at) => version.split(".")[at] === part);
};

/** Whoever stands first among equals is taken: the order of the indexes promises nothing. */
export const compareVersions = (one: string, other: string): number => {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  for (let at = 0; at < Math.max(a?.length ?? 0, b?.length ?? 0); at++) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
