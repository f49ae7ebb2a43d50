import type { EvidenceFact } from "./evidence.ts";
import { parseInstant } from "./time.ts";

export type TimedFact = {
  readonly at: number;
  readonly id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** The evidence that counts, in the order of time and ready to be asked. */
export type Facts = {
  readonly all: readonly TimedFact[];
  readonly byKind: ReadonlyMap<string, readonly TimedFact[]>;
  /** By kind and the activity it is about; see `aboutActivity`. */
  readonly byActivity: ReadonlyMap<string, readonly TimedFact[]>;
};

export const aboutActivity = (facts: Facts, kind: string, activity: string): readonly TimedFact[] =>
  facts.byActivity.get(`${kind} ${activity}`) ?? [];

/** Drops what lies after `now`, what came twice and what was voided. Order of arrival does not matter. */
export const readFacts = (evidence: Iterable<EvidenceFact>, now: number): Facts => {
  const byId = new Map<string, TimedFact>();
  for (const { id, at, kind, body } of evidence) {
    const instant = parseInstant(at);
    if (instant !== null && instant <= now) byId.set(id, { at: instant, id, kind, body });
  }
  return factsOf(withoutVoided([...byId.values()].toSorted(inOrderOfTime)));
};

export const factsBefore = (facts: Facts, moment: number): Facts =>
  factsOf(facts.all.filter((fact) => fact.at < moment));

/** Every condition holds; a value of the body is compared as text, so that `count: 3` meets `"3"`. */
export const meets = (fact: TimedFact, where: Readonly<Record<string, string>>): boolean =>
  Object.entries(where).every(([key, value]) => textIn(fact, key) === value);

export const textIn = (fact: TimedFact, key: string): string | null => {
  const value = valueIn(fact, key);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : null;
};

export const numberIn = (fact: TimedFact, key: string): number | null => {
  const value = valueIn(fact, key);
  return typeof value === "number" && Number.isFinite(value) ? value : null;
};

const valueIn = (fact: TimedFact, key: string): unknown =>
  Object.hasOwn(fact.body, key) ? fact.body[key] : undefined;

const factsOf = (all: readonly TimedFact[]): Facts => {
  const byKind = new Map<string, TimedFact[]>();
  const byActivity = new Map<string, TimedFact[]>();
  for (const fact of all) {
    addTo(byKind, fact.kind, fact);
    const activity = textIn(fact, "activity");
    if (activity !== null) addTo(byActivity, `${fact.kind} ${activity}`, fact);
  }
  return { all, byKind, byActivity };
};

const addTo = (groups: Map<string, TimedFact[]>, key: string, fact: TimedFact): void => {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [fact]);
  else group.push(fact);
};

// From the newest to the oldest, so that a voiding which was itself voided later has no effect.
const withoutVoided = (ordered: readonly TimedFact[]): TimedFact[] => {
  const voided = new Set<string>();
  for (const fact of ordered.toReversed()) {
    const target = fact.kind === "evidence.voided" ? textIn(fact, "evidence") : null;
    if (target !== null && !voided.has(fact.id)) voided.add(target);
  }
  return ordered.filter((fact) => !voided.has(fact.id));
};

const inOrderOfTime = (a: TimedFact, b: TimedFact): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
