import type { Asked } from "@checkride/rules/labs/asked";
import type { Board, MadeMove, Move } from "@checkride/rules/labs/board";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playIncident } from "./play-incident.ts";
import { testScenario } from "./test-scenario.ts";

const played = (...made: readonly MadeMove[]) => {
  const result = playIncident(testScenario, made);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

const boardAfter = (...made: readonly MadeMove[]): Board => played(...made).board;

const refusal = (...made: readonly MadeMove[]): string => {
  const result = playIncident(testScenario, made);
  return result.ok ? "" : result.error;
};

const told = ({ entries }: Board) => entries.map(({ minute, text }) => `${minute} ${text}`);

const move = (id: string, answers: MadeMove["answers"] = {}): MadeMove => ({ move: id, answers });

const wait = move("wait");
const counted = move("count", { calls: "7", log: "a" });

describe("time", () => {
  it("passes by moves alone, and injects come at their minute on the way", () => {
    expect(told(boardAfter())).toEqual(["0 Somebody uses our key."]);
    expect(told(boardAfter(move("revoke")))).toEqual([
      "0 Somebody uses our key.",
      "0 Revoke the key",
      "15 HIDDEN abuse",
      "20 HIDDEN revoke",
    ]);
  });

  it("lets nothing happen that a move prevented, and what follows from it comes later", () => {
    const board = boardAfter(move("fetch"), wait, wait, move("revoke"), wait);
    expect(told(board).slice(-4)).toEqual([
      "60 HIDDEN revoke",
      "60 Wait 15 minutes",
      "65 HIDDEN calm",
      "75 A quarter of an hour has passed.",
    ]);
    expect(told(board)).not.toContain("60 HIDDEN rotated");
    expect(told(boardAfter(wait, wait, wait, wait))).toContain("60 HIDDEN rotated");
  });

  it("runs clocks, and one that is missed stays missed", () => {
    const states = ({ clocks }: Board) => clocks.map(({ id, state }) => `${id} ${state}`);
    expect(states(boardAfter())).toEqual(["dead running", "end running"]);
    expect(states(boardAfter(move("revoke")))).toEqual(["dead met", "told running", "end running"]);
    expect(states(boardAfter(wait, wait, move("revoke")))).toEqual([
      "dead missed",
      "told missed",
      "end running",
    ]);
  });

  it("ends with the move that ends it, or when nothing fits into what is left", () => {
    expect(boardAfter(move("close"))).toMatchObject({ ended: true, moves: [], minute: 1 });
    const waited = boardAfter(...Array.from({ length: 8 }, () => wait));
    expect(waited).toMatchObject({ ended: true, minute: 120 });
  });
});

describe("a move", () => {
  it("is on offer once, while it makes sense and while there is time for it", () => {
    const ids = ({ moves }: Board) => moves.map(({ id }) => id);
    expect(ids(boardAfter())).toEqual(["revoke", "fetch", "close", "wait"]);
    expect(ids(boardAfter(move("fetch")))).toEqual(["revoke", "count", "close", "wait"]);
    expect(ids(boardAfter(wait, wait, wait, wait))).toEqual(["revoke", "close", "wait"]);
    expect(ids(boardAfter(...Array.from({ length: 7 }, () => wait)))).toEqual(["close", "wait"]);
  });

  it("that was not on offer makes the run impossible, also one after the end", () => {
    expect(refusal(counted)).toContain("Move 1 does not fit: “count” is not on offer.");
    expect(refusal(move("revoke"), move("revoke"))).toContain("Move 2");
    expect(refusal(move("close"), wait)).toContain("Move 2");
    expect(refusal(move("constructor"))).toContain("not on offer");
  });

  it("is refused with answers that are none to its questions, and says all that is wrong", () => {
    const fetched = move("fetch");
    expect(refusal(fetched, move("count"))).toContain(
      "calls: write something. log: choose one of the answers.",
    );
    expect(refusal(fetched, move("count", { calls: "7", log: "c" }))).toContain("log: choose");
    expect(refusal(fetched, move("count", { calls: 7, log: "a" }))).toContain("calls: write");
    expect(refusal(fetched, move("count", { calls: "7", log: "a", more: 1 }))).toContain(
      "more: nothing of this name was asked.",
    );
    expect(refusal(fetched, move("count", { calls: "7".repeat(2001), log: "a" }))).toContain(
      "calls: write at most 2000 characters.",
    );
  });

  it("stands in the timeline with its answers", () => {
    const texts = boardAfter(move("fetch"), counted).entries.map(({ text }) => text);
    expect(texts).toContain("Count the calls\nHow many? → 7\nFrom which log? → Access log");
    expect(texts).toContain("HIDDEN count: 7");
  });
});

const answer = (asked: Asked, at: number) => {
  if (asked.kind === "choose") return asked.options[at % asked.options.length]?.id ?? "";
  return `${at}`;
};

/** Any run of moves that were on offer. */
const anyRun = fc.array(fc.nat({ max: 99 }), { maxLength: 30 }).map((picks) => {
  const made: MadeMove[] = [];
  for (const pick of picks) {
    const { moves } = boardAfter(...made);
    const next: Move | undefined = moves[pick % moves.length];
    if (next === undefined) break;
    const answers = Object.fromEntries(next.asks.map((asked) => [asked.id, answer(asked, pick)]));
    made.push({ move: next.id, answers });
  }
  return made;
});

describe("any run of moves on offer", () => {
  it("can be played, gives the same board again, and its clock never goes back", () => {
    fc.assert(
      fc.property(anyRun, (made) => {
        const board = boardAfter(...made);
        expect(boardAfter(...made)).toEqual(board);
        const minutes = board.entries.map(({ minute }) => minute);
        expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
        expect(board.minute).toBeLessThanOrEqual(120);
        const before = boardAfter(...made.slice(0, -1));
        expect(board.minute).toBeGreaterThanOrEqual(before.minute);
        expect(board.entries.slice(0, before.entries.length)).toEqual(before.entries);
      }),
    );
  });

  it("shows nothing before it has happened", () => {
    fc.assert(
      fc.property(anyRun, (made) => {
        const { board, run } = played(...made);
        for (const [, id] of JSON.stringify(board).matchAll(/HIDDEN (\w+)/g)) {
          expect(run.has(id ?? "")).toBe(true);
        }
      }),
    );
  });
});
