import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceLists, instants, passingFacts, people, policies } from "./arbitraries.ts";
import { standing, standings } from "./evaluate-standing.ts";
import type { EvidenceFact } from "./evidence.ts";
import type { Standing } from "./standing.ts";
import { instantOf, isoOf } from "./time.ts";

const worlds = fc.tuple(policies, people, evidenceLists, instants);
const runs = { numRuns: 400 };

const rank = (moment: string | null): number => (moment === null ? -1 : instantOf(moment));

describe("standing", () => {
  it("is constant until changesAt and differs there", () => {
    fc.assert(
      fc.property(worlds, fc.array(instants, { maxLength: 8 }), (world, probes) => {
        const [policy, person, evidence, now] = world;
        const known = evidence.filter((fact) => fact.at <= now);
        for (const before of standings(policy, person, known, now)) {
          const at = (moment: string): Standing =>
            standing(policy, before.certificate, person, known, moment);
          const end = before.changesAt;
          const inside = [...probes, ...(end === null ? [] : [isoOf(instantOf(end) - 1)])];
          for (const probe of inside) {
            if (probe < now || (end !== null && probe >= end)) continue;
            expect(at(probe)).toEqual(before);
          }
          if (end !== null) {
            const { changesAt: _later, ...after } = at(end);
            const { changesAt: _now, ...same } = before;
            expect(after).not.toEqual(same);
          }
        }
      }),
      runs,
    );
  });

  it("never gets worse when a passing fact is added", () => {
    fc.assert(
      fc.property(worlds, passingFacts, ([policy, person, evidence, now], added) => {
        const before = standings(policy, person, evidence, now);
        const after = standings(policy, person, [...evidence, added], now);
        for (const [index, was] of before.entries()) {
          const is = after[index];
          expect(is?.holds).toBe(was.holds || is?.holds);
          expect(rank(is?.validUntil ?? null)).toBeGreaterThanOrEqual(rank(was.validUntil));
          expect(rank(is?.holdsUntil ?? null)).toBeGreaterThanOrEqual(rank(was.holdsUntil));
          expect(is?.progress.done).toBeGreaterThanOrEqual(was.progress.done);
        }
      }),
      runs,
    );
  });

  it("does not depend on the order of evidence, on duplicates or on what comes later", () => {
    fc.assert(
      fc.property(worlds, fc.nat(), ([policy, person, evidence, now], turn) => {
        const cut = evidence.length === 0 ? 0 : turn % evidence.length;
        const turned = [
          ...evidence.slice(cut),
          ...evidence.toReversed(),
          ...evidence.slice(0, cut),
        ];
        const known = turned.filter((fact) => fact.at <= now);
        const expected = standings(policy, person, evidence, now);
        expect(standings(policy, person, turned, now)).toEqual(expected);
        expect(standings(policy, person, known, now)).toEqual(expected);
      }),
      runs,
    );
  });

  it("holds exactly in the states that say so, and says until when", () => {
    fc.assert(
      fc.property(worlds, ([policy, person, evidence, now]) => {
        for (const one of standings(policy, person, evidence, now)) {
          expect(one.holds).toBe(["current", "due", "exempt"].includes(one.state));
          expect(one.holdsUntil !== null && one.holdsUntil > now).toBe(one.holds);
          if (one.holds && !person.active) throw new Error("an inactive person holds");
          if (one.state === "current") expect(one.remedy).toEqual([]);
        }
      }),
      runs,
    );
  });

  it("still holds a moment before holdsUntil and no longer at it", () => {
    fc.assert(
      fc.property(worlds, ([policy, person, evidence, now]) => {
        const known = evidence.filter((fact) => fact.at <= now);
        for (const { certificate, holdsUntil } of standings(policy, person, known, now)) {
          if (holdsUntil === null) continue;
          const at = (moment: string): boolean =>
            standing(policy, certificate, person, known, moment).holds;
          expect(at(isoOf(instantOf(holdsUntil) - 1))).toBe(true);
          expect(at(holdsUntil)).toBe(false);
        }
      }),
      runs,
    );
  });

  it("becomes current when its remedy is done", () => {
    fc.assert(
      fc.property(worlds, ([policy, person, evidence, now]) => {
        const known = evidence.filter((fact) => fact.at <= now);
        const before = standing(policy, "first", person, known, now);
        const isBlocked = before.remedy.some((remedy) => remedy.from !== null);
        if (!person.active || isBlocked) return;
        const soon = isoOf(instantOf(now) + 1);
        const done = before.remedy.map((remedy, index): EvidenceFact => {
          const fact = { id: `done${index}`, at: soon };
          if (remedy.kind === "activity")
            return { ...fact, kind: "activity.passed", body: { activity: remedy.ref, score: 1 } };
          if (remedy.kind === "sign-off")
            return { ...fact, kind: "signoff.signed", body: { document: remedy.ref, version: 9 } };
          return { ...fact, kind: remedy.ref, body: { room: 1 } };
        });
        // One millisecond later the notice may have come: the answer then is a new remedy.
        const meanwhile = standing(policy, "first", person, known, soon);
        if (JSON.stringify(meanwhile.remedy) !== JSON.stringify(before.remedy)) return;
        const after = standing(policy, "first", person, [...known, ...done], soon);
        expect(after.state).toBe("current");
      }),
      runs,
    );
  });
});
