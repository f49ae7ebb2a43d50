import type { PersonStanding } from "@checkride/api/standing";
import { standingStates } from "@checkride/rules/standing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aStanding, closedGate, missing, now, ofPerson, openGate } from "./standing.test-data.ts";
import { standingSentence } from "./standing-sentence.ts";

const say = (more: Partial<PersonStanding>) =>
  standingSentence({ standing: ofPerson(more), now, zone: "UTC" });

test("everything current, without gates", () => {
  expect(say({})).toBe("Everything asked of you is current until 30 September 2027.");
});

test("one gate, open: its name and when it closes, grace included", () => {
  expect(say({ gates: [openGate()] })).toBe(
    "Deploy to production is open to you until 30 October 2027.",
  );
});

test("all gates open: until the first certificate behind them ends", () => {
  const soon = aStanding({
    certificate: "incident",
    holdsUntil: "2027-03-16T00:00:00Z",
  });
  const other = openGate({
    gate: "release",
    reasons: [{ code: "holds", certificate: "incident", says: "" }],
  });
  expect(say({ standings: [aStanding(), soon], gates: [openGate(), other] })).toBe(
    "You are cleared for both gates until 16 March 2027.",
  );
});

test("a certificate that opens no gate does not shorten the clearance", () => {
  const soon = aStanding({ certificate: "other", validUntil: "2026-12-01T00:00:00Z" });
  expect(say({ standings: [aStanding(), soon], gates: [openGate(), openGate()] })).toContain(
    "30 October 2027",
  );
});

test("one of two gates closed", () => {
  expect(say({ standings: [aStanding(), missing()], gates: [openGate(), closedGate()] })).toBe(
    "You are cleared for one of two gates until 30 October 2027.",
  );
});

test("a gate for others is not counted", () => {
  const foreign = closedGate({
    reasons: [{ code: "not-invited", certificate: null, says: "Only for: trainers." }],
  });
  expect(say({ gates: [openGate(), foreign] })).toMatch(/^Deploy to production is open/);
});

test("a closed gate whose certificate is not asked of them is not counted either", () => {
  const more = { standings: [aStanding()], gates: [openGate(), closedGate()] };
  expect(say(more)).toMatch(/^Deploy to production is open/);
});

test("some held, no gate open", () => {
  expect(say({ standings: [aStanding(), missing()], gates: [closedGate()] })).toBe(
    "You hold one of two certificates.",
  );
});

test("nothing begun", () => {
  expect(say({ standings: [missing({ state: "none" })] })).toBe(
    "You have not begun: one certificate is asked of you.",
  );
  expect(say({ standings: [missing({ state: "none" }), missing({ state: "none" })] })).toBe(
    "You have not begun: two certificates are asked of you.",
  );
});

test("begun, nothing held yet", () => {
  expect(say({ standings: [missing()] })).toBe("You are on the way to Secure AI integration.");
  expect(say({ standings: [missing(), missing({ state: "none" })] })).toBe(
    "You are on the way to two certificates.",
  );
});

test("overdue, one and several", () => {
  const late = missing({ overdue: true, dueBy: "2026-11-01T00:00:00Z" });
  expect(say({ standings: [late] })).toBe("Secure AI integration was due by 1 November 2026.");
  expect(say({ standings: [late, late] })).toBe("Two certificates are overdue.");
  expect(say({ standings: [{ ...late, dueBy: null }] })).toBe("Secure AI integration is overdue.");
});

test("lapsed comes before everything else and names what it closes", () => {
  const lapsed = aStanding({ state: "lapsed", holds: false });
  const late = missing({ overdue: true });
  expect(say({ standings: [lapsed, late] })).toBe("Safe use of AI tools has lapsed.");
  const shut = closedGate({
    reasons: [{ code: "lacks", certificate: "safe-use", says: "Safe use has run out." }],
  });
  expect(say({ standings: [lapsed], gates: [shut] })).toBe(
    "Safe use of AI tools has lapsed: one gate is closed to you.",
  );
  expect(say({ standings: [lapsed, lapsed, late], gates: [shut, shut] })).toBe(
    "Two of your three certificates have lapsed: two gates are closed to you.",
  );
});

test("a gate that only warns is not called closed", () => {
  const lapsed = aStanding({ state: "lapsed", holds: false });
  expect(say({ standings: [lapsed], gates: [closedGate({ enforced: false, mode: "warn" })] })).toBe(
    "Safe use of AI tools has lapsed.",
  );
});

test("due soon and still held: cleared as before", () => {
  const due = aStanding({ state: "due", validUntil: "2026-12-20T00:00:00Z" });
  expect(say({ standings: [due] })).toBe(
    "Everything asked of you is current until 20 December 2026.",
  );
});

test("in grace: run out, and until when it still counts", () => {
  const grace = aStanding({
    state: "due",
    validUntil: "2026-11-20T00:00:00Z",
    holdsUntil: "2026-12-20T00:00:00Z",
  });
  expect(say({ standings: [grace, aStanding()] })).toBe(
    "Safe use of AI tools has run out and counts only until 20 December 2026.",
  );
});

test("exempt from all", () => {
  const exempt = aStanding({
    state: "exempt",
    validUntil: null,
    holdsUntil: "2027-05-01T00:00:00Z",
  });
  expect(say({ standings: [exempt] })).toBe(
    "You are exempt from everything that is asked of you until 1 May 2027.",
  );
});

test("without an end no date is made up", () => {
  expect(say({ standings: [aStanding({ validUntil: null, holdsUntil: null })] })).toBe(
    "Everything asked of you is current.",
  );
});

test("nothing required, no policy, deactivated", () => {
  expect(say({ standings: [] })).toBe("Nothing is required of you.");
  expect(say({ standings: [aStanding({ required: false })] })).toBe("Nothing is required of you.");
  expect(say({ policy: null, standings: [] })).toBe(
    "Nothing is asked of you yet: no policy is in force.",
  );
  expect(say({ person: { ...ofPerson().person, status: "deactivated" } })).toBe(
    "Your account is deactivated: no gate opens for you.",
  );
});

test("whatever the standing, there is exactly one sentence and it does not shout", () => {
  const standing = fc.record({
    state: fc.constantFrom(...standingStates),
    holds: fc.boolean(),
    required: fc.boolean(),
    overdue: fc.boolean(),
    validUntil: fc.constantFrom(null, "2026-11-01T00:00:00Z", "2027-02-14T00:00:00Z"),
    holdsUntil: fc.constantFrom(null, "2026-12-01T00:00:00Z", "2027-03-14T00:00:00Z"),
    dueBy: fc.constantFrom(null, "2026-11-01T00:00:00Z", "2027-02-14T00:00:00Z"),
  });
  const gate = fc.constantFrom(openGate(), closedGate(), closedGate({ enforced: false }));
  fc.assert(
    fc.property(
      fc.array(standing, { maxLength: 4 }),
      fc.array(gate, { maxLength: 3 }),
      (all, gates) => {
        const sentence = say({ standings: all.map((one) => aStanding(one)), gates });
        expect(sentence).toMatch(/^[A-Z0-9][^.!]*\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|Invalid| {2}/);
      },
    ),
  );
});
