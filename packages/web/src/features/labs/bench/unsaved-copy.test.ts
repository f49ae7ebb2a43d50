import fc from "fast-check";
import { expect, it } from "vitest";
import { dropCopy, keepCopy, readCopy, worthOf } from "./unsaved-copy.ts";

const storage = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};
const version = (revision: number, text: string) => ({
  revision,
  files: [{ path: "main.ts", text }],
});

it("a copy is kept for its own workspace, until it is dropped", () => {
  const own = storage();
  keepCopy(own, "w1", version(2, "mine"));
  expect(readCopy(own, "w1")).toEqual(version(2, "mine"));
  expect(readCopy(own, "w2")).toBeNull();
  dropCopy(own, "w1");
  expect(readCopy(own, "w1")).toBeNull();
});

it("whatever else stands in the storage is no copy", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readCopy({ getItem: () => text }, "w")).toBeNull();
    }),
  );
});

it("a browser without storage loses nothing but the copy", () => {
  const setItem = () => {
    throw new Error("QuotaExceededError");
  };
  expect(() => keepCopy({ setItem }, "w", version(1, "a"))).not.toThrow();
});

it.each([
  [null, "nothing"],
  [version(1, "server"), "nothing"],
  [version(2, "mine"), "go-on"],
  [version(1, "mine"), "choose"],
  [{ revision: 2, files: [{ path: "gone.ts", text: "mine" }] }, "nothing"],
] as const)("%o beside a server's second version: %s", (copy, use) => {
  expect(worthOf(copy, version(2, "server"))).toBe(use);
});
