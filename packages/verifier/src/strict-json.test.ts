import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStrictJson } from "./strict-json.ts";

describe("strict JSON", () => {
  it("reads what JSON.parse reads, whatever stands in strings", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it("refuses a name that stands twice, however deep and however written", () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), fc.nat(5), (name, value, depth) => {
        const said = JSON.stringify(name);
        const twice = `{${said}:${JSON.stringify(value)},${said}:1}`;
        const text = `${'[{"a":'.repeat(depth)}${twice}${"}]".repeat(depth)}`;
        expect(parseStrictJson(text)).toMatchObject({ error: { code: "duplicate-claim" } });
      }),
    );
    expect(parseStrictJson('{"a":1,"\\u0061":2}').ok).toBe(false);
    expect(parseStrictJson('{"a":{"b":1},"c":{"b":1}}').ok).toBe(true);
  });

  it("refuses what is no JSON", () => {
    for (const text of ["", "{", "{'a':1}", "[1,]", "NaN"]) {
      expect(parseStrictJson(text)).toMatchObject({ error: { code: "malformed" } });
    }
  });
});
