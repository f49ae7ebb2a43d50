import { expect, test } from "vitest";
import { nextAction } from "./next-action.ts";
import {
  aRemedy,
  aStanding,
  closedGate,
  missing,
  now,
  ofPerson,
  openGate,
} from "./standing.test-data.ts";

const later = "2026-12-16T00:00:00Z";

test("nothing to do when all is current", () => {
  expect(nextAction(ofPerson({ gates: [openGate()] }), now)).toBeNull();
});

test("the next deed says which gate it opens", () => {
  const action = nextAction(ofPerson({ standings: [missing()], gates: [closedGate()] }), now);
  expect(action?.remedy.ref).toBe("lab/L17");
  expect(action?.opens.map((gate) => gate.gate)).toEqual(["model-keys/production"]);
});

test("it does not promise a gate that asks for more", () => {
  const gate = closedGate({ remedy: [aRemedy(), aRemedy({ ref: "quiz/1" })] });
  expect(nextAction(ofPerson({ standings: [missing()], gates: [gate] }), now)?.opens).toEqual([]);
});

test("lapsed before overdue before due before the rest", () => {
  const by = (state: "lapsed" | "underway" | "due", ref: string, overdue = false) =>
    missing({ certificate: ref, state, overdue, remedy: [aRemedy({ ref })] });
  const standings = [
    by("underway", "4"),
    by("due", "3"),
    by("underway", "2", true),
    by("lapsed", "1"),
  ];
  const order = [0, 1, 2, 3].map(
    (done) => nextAction(ofPerson({ standings: standings.slice(0, 4 - done) }), now)?.remedy.ref,
  );
  expect(order).toEqual(["1", "2", "3", "4"]);
});

test("what helps now comes before what helps only later", () => {
  const due = aStanding({ state: "due", remedy: [aRemedy({ ref: "drill/1", from: later })] });
  expect(nextAction(ofPerson({ standings: [due, missing()] }), now)?.remedy.ref).toBe("lab/L17");
  expect(nextAction(ofPerson({ standings: [due] }), now)?.remedy.ref).toBe("drill/1");
});

test("another certificate is no deed: its own steps are", () => {
  const above = missing({
    certificate: "above",
    overdue: true,
    remedy: [aRemedy({ kind: "certificate", ref: "integration" })],
  });
  expect(nextAction(ofPerson({ standings: [above, missing()] }), now)?.remedy.ref).toBe("lab/L17");
});

test("what is not asked is never next", () => {
  expect(nextAction(ofPerson({ standings: [missing({ required: false })] }), now)).toBeNull();
});
