import fc from "fast-check";
import { expect, it } from "vitest";
import {
  keepPrepared,
  nothingPrepared,
  readPrepared,
  withoutMove,
  withPreparedAnswer,
} from "./prepared.ts";

const storage = () => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};

const two = withPreparedAnswer(
  withPreparedAnswer({ open: "tell", answers: {} }, "tell", "whom", "legal"),
  "count",
  "log",
  ["a", "b"],
);

it("what is prepared comes back to its own run, with the answers of each move", () => {
  const own = storage();
  keepPrepared(own, "w1", two);
  expect(readPrepared(own, "w1")).toEqual(two);
  expect(readPrepared(own, "w2")).toEqual(nothingPrepared);
});

it("a move that was made leaves nothing behind, and the others stay", () => {
  const own = storage();
  const rest = withoutMove(two, "tell");
  expect(rest).toEqual({ open: null, answers: { count: { log: ["a", "b"] } } });
  keepPrepared(own, "w1", two);
  keepPrepared(own, "w1", withoutMove(rest, "count"));
  expect(own.held.size).toBe(0);
});

it("whatever else stands in the storage prepares nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { open, answers } = readPrepared({ getItem: () => text }, "w");
      expect(open === null || typeof open === "string").toBe(true);
      expect(Object.values(answers).every((own) => typeof own === "object")).toBe(true);
    }),
  );
  expect(readPrepared({ getItem: () => '{"open":1,"answers":{"a":2}}' }, "w")).toEqual(
    nothingPrepared,
  );
});

it("a browser without storage prepares all the same", () => {
  const refuse = () => {
    throw new Error("QuotaExceededError");
  };
  expect(() => keepPrepared({ setItem: refuse, removeItem: refuse }, "w", two)).not.toThrow();
});
