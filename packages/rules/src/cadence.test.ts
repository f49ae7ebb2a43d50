import { describe, expect, it } from "vitest";
import { cadenceOf, type TrackFact } from "./cadence.ts";

const on = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const fact = (kind: TrackFact["kind"], day: string, passed = true, track = "t1"): TrackFact => ({
  track,
  kind,
  at: on(day),
  passed,
});

describe("the six months", () => {
  it("begin with a pass, not with a try", () => {
    expect(cadenceOf([fact("track", "2026-01-10", false)])).toEqual([]);
    expect(cadenceOf([fact("track", "2026-01-10")])).toEqual([
      { track: "t1", kind: "five-minutes", dueFrom: on("2026-02-10") },
      { track: "t1", kind: "refresher", dueFrom: on("2026-06-10") },
    ]);
  });

  it("take the five minutes as done, passed or not", () => {
    const facts = [fact("track", "2026-01-10"), fact("five-minutes", "2026-02-12", false)];
    expect(cadenceOf(facts).map(({ kind }) => kind)).toEqual(["refresher"]);
  });

  it("keep the refresher due until it is passed, then begin anew", () => {
    const failed = [fact("track", "2026-01-10"), fact("refresher", "2026-06-12", false)];
    expect(cadenceOf(failed).at(-1)?.dueFrom).toBe(on("2026-06-10"));
    const passed = [...failed, fact("refresher", "2026-06-13")];
    expect(cadenceOf(passed)).toEqual([
      { track: "t1", kind: "five-minutes", dueFrom: on("2026-07-13") },
      { track: "t1", kind: "refresher", dueFrom: on("2026-11-13") },
    ]);
  });

  it("run for each track on its own", () => {
    const facts = [fact("track", "2026-03-01", true, "t2"), fact("track", "2026-01-10")];
    expect(cadenceOf(facts).map(({ track }) => track)).toEqual(["t1", "t1", "t2", "t2"]);
  });
});
