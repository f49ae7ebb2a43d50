import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClaim } from "./parse-claim.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a result from the sandbox", () => {
  it("is the JSON that it says", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
        const text = JSON.stringify(value);
        expect(parseClaim(bytes(text))).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(typeof parseClaim(noise).ok).toBe("boolean");
      }),
    );
  });

  it("is refused when it is too large, too deep or of too many parts", () => {
    expect(parseClaim(bytes(`"${"x".repeat(65_536)}"`)).ok).toBe(false);
    expect(parseClaim(bytes("[".repeat(33) + "]".repeat(33))).ok).toBe(false);
    expect(parseClaim(bytes(`[${"0,".repeat(20_000)}0]`)).ok).toBe(false);
  });

  it("may be as large, as deep and of as many parts as is said", () => {
    expect(parseClaim(bytes(`"${"x".repeat(65_534)}"`)).ok).toBe(true);
    expect(parseClaim(bytes("[".repeat(32) + "]".repeat(32))).ok).toBe(true);
    expect(parseClaim(bytes(`[${"0,".repeat(19_000)}0]`)).ok).toBe(true);
  });

  it("is not counted inside of strings", () => {
    const text = JSON.stringify([`"${"[{,".repeat(8_000)}\\`]);
    expect(parseClaim(bytes(text))).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it("has keys of its own only, whatever they are called", () => {
    const parsed = parseClaim(bytes('{"__proto__":{"allowed":true}}'));
    expect(parsed.ok && Object.keys(parsed.value ?? {})).toEqual(["__proto__"]);
    expect(Object.hasOwn({}, "allowed")).toBe(false);
  });
});
