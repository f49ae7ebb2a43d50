import { addMonths } from "./time.ts";

/** Something that was done about a track, in milliseconds. */
export type TrackFact = {
  readonly track: string;
  readonly kind: "track" | "refresher" | "five-minutes";
  readonly at: number;
  readonly passed: boolean;
};

export type CadenceStep = {
  readonly track: string;
  readonly kind: "five-minutes" | "refresher";
  readonly dueFrom: number;
};

/**
 * The six months begin when a track's quiz or its refresher is passed (month 1). In month 2 five minutes on it
 * are due until they are done, passed or not; in month 6 the refresher, until it is passed, and then they begin
 * anew. Being late changes nothing.
 */
export const cadenceOf = (facts: readonly TrackFact[]): readonly CadenceStep[] =>
  [...new Set(facts.map(({ track }) => track))].toSorted().flatMap((track) => {
    const here = facts.filter((fact) => fact.track === track);
    const begins = here.filter(({ kind, passed }) => passed && kind !== "five-minutes");
    if (begins.length === 0) return [];
    const begin = Math.max(...begins.map(({ at }) => at));
    const isShortDone = here.some(({ kind, at }) => kind === "five-minutes" && at > begin);
    const short = { track, kind: "five-minutes" as const, dueFrom: addMonths(begin, 1) };
    const refresher = { track, kind: "refresher" as const, dueFrom: addMonths(begin, 5) };
    return isShortDone ? [refresher] : [short, refresher];
  });
