import fc from "fast-check";
import { expect, it } from "vitest";
import { fillIn, hole, writeOut } from "./written-out.ts";

it("is the same as writing the filled value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (before, first, second) => {
      const filled: Record<string, unknown> = { "one:1": first, two: second };
      const written = writeOut({ before, a: hole("one:1"), list: [1, hole("two"), { x: '"' }] });
      const text = fillIn(written, (name) => filled[name]);
      const whole = { before, a: first, list: [1, second, { x: '"' }] };
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(whole)));
    }),
  );
});

it("may begin and end with an open place, and may have none", () => {
  expect(fillIn(writeOut(hole("all")), () => [1])).toBe("[1]");
  expect(fillIn(writeOut({ a: 1 }), () => 2)).toBe('{"a":1}');
});
