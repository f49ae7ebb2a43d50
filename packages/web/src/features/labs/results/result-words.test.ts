import { expect, it, test } from "vitest";
import { placeIn } from "./fault-place.ts";
import {
  attemptText,
  beginningOf,
  elapsedText,
  holdText,
  lengthText,
  limitText,
  spokenVerdict,
  tookText,
  waitingText,
} from "./result-words.ts";

const check = (id: string, holds: boolean) => ({
  id,
  half: "works" as const,
  says: `${id} is kept.`,
  holds,
  why: null,
});
const verdict = (...holds: readonly boolean[]) => ({
  cases: [],
  checks: holds.map((one, at) => check(`check ${at}`, one)),
  load: null,
  logs: "",
  limitsHit: [],
  tookMs: 38,
  passed: false,
  points: 1,
  submissionHash: "",
});

test.each([
  [[true, true], "All 2 hold"],
  [[true, false, false], "1 of 3 holds"],
  [[false, false], "0 of 2 hold"],
] as const)("%j: %s", (holds, text) => {
  expect(holdText(verdict(...holds).checks)).toBe(text);
});

it("the first check that does not hold is spoken", () => {
  expect(spokenVerdict(verdict(true, false, false))).toBe(
    "1 of 3 holds. First to look at: check 1 is kept.",
  );
  expect(spokenVerdict(verdict(true))).toBe("All 1 hold.");
});

test.each([
  [{ state: "waiting", before: 2 }, "2 submissions are before yours."],
  [{ state: "waiting", before: 1 }, "1 submission is before yours."],
  [{ state: "waiting", before: 0 }, "Your submission is next."],
  [{ state: "waiting", before: null }, "Your submission waits for its turn."],
  [{ state: "running", before: null }, "Your submission is being graded."],
] as const)("%o: %s", (attempt, text) => {
  expect(waitingText(attempt)).toBe(text);
});

it("a fault of ours is never said like a failed attempt", () => {
  expect(attemptText({ state: "not-graded", verdict: null })).toContain("counts for nothing");
  expect(attemptText({ state: "graded", verdict: verdict(true, false) })).toBe(
    "1 of 2 holds, 1 point",
  );
});

it("times read as people say them", () => {
  expect([tookText(0.2), tookText(38.4), tookText(1234)]).toEqual(["1 ms", "38 ms", "1.2 s"]);
  expect([elapsedText(0, 4_200), elapsedText(0, 75_000), elapsedText(5_000, 0)]).toEqual([
    "0:04",
    "1:15",
    "0:00",
  ]);
});

it("a limit without words of its own is named", () => {
  expect(limitText("memory")).toBe("It needed too much memory.");
  expect(limitText("moons")).toBe("A limit was hit: moons.");
});

test.each([
  ["SyntaxError: x (main.ts, line 3)", ["main.ts", "b.ts"], { path: "main.ts", line: 3 }],
  ["SyntaxError: x (line 12)", ["main.ts"], { path: "main.ts", line: 12 }],
  ["SyntaxError: x (line 12)", ["main.ts", "b.ts"], null],
  ["SyntaxError: x (gone.ts, line 3)", ["main.ts"], null],
  ["SyntaxError: x", ["main.ts"], null],
] as const)("%s among %j", (says, paths, place) => {
  expect(placeIn(says, paths)).toEqual(place);
});

it("a long value begins with what fits, and no sign of it is cut in two", () => {
  expect(beginningOf("a".repeat(240))).toBeNull();
  expect(beginningOf("a".repeat(241))).toBe("a".repeat(240));
  expect(beginningOf(`${"a".repeat(239)}😀😀`)).toBe("a".repeat(239));
  expect([lengthText("a".repeat(310)), lengthText("a".repeat(35_000))]).toEqual([
    "310 characters",
    "34.2 KB",
  ]);
});
