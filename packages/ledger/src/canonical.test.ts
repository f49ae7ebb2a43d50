import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { rfc8785 } from "./vectors.test-data.ts";

test.each(rfc8785.pairs)("published pair: $name", ({ input, output }) => {
  expect(canonicalJson(JSON.parse(input))).toEqual({ ok: true, value: output });
});

test.each(rfc8785.numbers)("published number %s is written %s", (bits, text) => {
  const number = Buffer.from(bits.padStart(16, "0"), "hex").readDoubleBE();
  expect(canonicalJson(number)).toEqual({ ok: true, value: text });
});

test("any JSON value comes back equal, and its canonical form is stable", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      const once = canonicalJson(plain);
      if (!once.ok) throw new Error("refused");
      const back: unknown = JSON.parse(once.value);
      expect(back).toEqual(plain);
      expect(canonicalJson(back)).toEqual(once);
    }),
  );
});

describe("what JSON cannot carry is refused with its place", () => {
  test.each([
    ["undefined", { a: { b: undefined } }, "/a/b"],
    ["a function", { f: () => 1 }, "/f"],
    ["a value that rewrites itself", { toJSON: () => 1 }, "/toJSON"],
    ["NaN", [1, Number.NaN], "/1"],
    ["infinity", JSON.parse("1e999"), ""],
    ["a bigint", [1n], "/0"],
    ["half a surrogate pair", { x: "\ud800" }, "/x"],
    ["half a surrogate pair in a name", { "\udc00": 1 }, "/\udc00"],
    ["a date", { at: new Date(0) }, "/at"],
    ["a hole in an array", new Array(1), "/0"],
    ["an escaped name", { "a/b~c": Symbol("s") }, "/a~1b~0c"],
  ])("%s", (_name, value, path) => {
    const result = canonicalJson(value);
    expect(result).toMatchObject({ ok: false, error: [{ path }] });
  });

  test("all faults, not the first", () => {
    const result = canonicalJson({ a: Number.NaN, b: [undefined, "fine", "\udfff"] });
    const paths = result.ok ? [] : result.error.map(({ path }) => path);
    expect(paths).toEqual(["/a", "/b/0", "/b/2"]);
  });

  test("nesting that could exhaust the stack", () => {
    const deep = JSON.parse("[".repeat(200_000) + "]".repeat(200_000));
    expect(canonicalJson(deep).ok).toBe(false);
  });
});
