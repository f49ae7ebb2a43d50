import type { Board, Clock, Move } from "@checkride/rules/labs/board";
import { describe, expect, it } from "vitest";
import {
  clockLook,
  durationText,
  foundText,
  groupMoves,
  linesWith,
  newestEntries,
} from "./board-words.ts";

it("says minutes as people do", () => {
  expect([0, 59, 60, 65, 180, 725].map(durationText)).toEqual([
    "0 min",
    "59 min",
    "1 h",
    "1 h 05",
    "3 h",
    "12 h 05",
  ]);
});

describe("a clock", () => {
  const clock = (state: Clock["state"]): Clock => ({ id: "c", title: "C", atMinute: 90, state });

  const at = (minute: number) => ({ minute, ended: false });

  it("says how much is left, and looks due when it is little", () => {
    expect(clockLook(clock("running"), at(20))).toMatchObject({
      tone: "none",
      words: "1 h 10 left",
    });
    expect(clockLook(clock("running"), at(60))).toMatchObject({
      tone: "due",
      words: "30 min left",
    });
  });

  it("says what was left undone, once it is over", () => {
    const over = { minute: 20, ended: true };
    expect(clockLook(clock("running"), over).words).toBe("not done");
  });

  it("says that it was met or missed", () => {
    expect(clockLook(clock("met"), at(120)).words).toBe("done");
    expect(clockLook(clock("missed"), at(120))).toMatchObject({ tone: "lapsed", words: "missed" });
  });
});

it("keeps moves of one group together", () => {
  const move = (id: string, group: string): Move => ({
    id,
    title: id,
    group,
    minutes: 5,
    asks: [],
  });
  const groups = groupMoves([move("a", "Look"), move("b", "Tell"), move("c", "Look")]);
  expect(groups.map(({ title, moves }) => [title, moves.map(({ id }) => id)])).toEqual([
    ["Look", ["a", "c"]],
    ["Tell", ["b"]],
  ]);
});

describe("what is new", () => {
  const entry = (kind: Board["entries"][number]["kind"], text: string, from: string) => ({
    minute: 0,
    kind,
    move: null,
    from,
    text,
  });
  const newestAfter = (by: string) =>
    newestEntries([
      entry("message", "a", "Desk"),
      entry("move", "b", by),
      entry("event", "c", "Ops"),
    ]).map(({ text }) => text);

  it("is what has come since one's own move", () => {
    expect(newestAfter("You")).toEqual(["c"]);
    expect(newestEntries([entry("message", "a", "Desk")])).toHaveLength(1);
  });

  it("is a partner's move too", () => {
    expect(newestAfter("Gina")).toEqual(["b", "c"]);
  });
});

describe("words in a paper", () => {
  const text = "made_for=Alder\nmade_for=birch\n\nsent=no";

  it("leave the lines that hold them", () => {
    expect(linesWith(text, "ALDER")).toEqual({ text: "made_for=Alder", count: 1 });
    expect(linesWith(text, "made").count).toBe(2);
    expect(foundText("made", linesWith(text, "made"))).toBe("2 lines hold it.");
  });

  it("leave all where there are none", () => {
    expect(linesWith(text, "  ").text).toBe(text);
    expect(foundText(" ", linesWith(text, " "))).toBe("");
  });
});
