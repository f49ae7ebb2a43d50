import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonicalJson", () => {
  it("orders keys by UTF-16 code units, at every depth (RFC 8785 section 3.2.3)", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": { b: 5, a: 6 } };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u20ac":1,"\u{1f600}":{"a":6,"b":5},"\ufb33":3}',
    );
  });

  it("writes numbers as ECMAScript does (RFC 8785 section 3.2.2.3)", () => {
    expect(canonicalJson([1e30, 4.5, 2e-3, 1e-27, -0])).toBe("[1e+30,4.5,0.002,1e-27,0]");
  });
});
