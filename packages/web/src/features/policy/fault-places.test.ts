import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultCount, faultText, rangeOf } from "./fault-places.ts";

const text = "name: x\ngates:\n  a: 1\n";
const at = (line: number, column: number, endLine: number, endColumn: number) =>
  rangeOf(text, { line, column, endLine, endColumn });

describe("rangeOf", () => {
  it("finds words by line and column", () => {
    const { from, to } = at(3, 3, 3, 4);
    expect(text.slice(from, to)).toBe("a");
  });

  it("spans lines", () => {
    const { from, to } = at(1, 7, 2, 6);
    expect(text.slice(from, to)).toBe("x\ngates");
  });

  it("takes one character where the fault is only a place", () => {
    expect(at(1, 1, 1, 1)).toEqual({ from: 0, to: 1 });
    expect(at(1, 8, 1, 8)).toEqual({ from: 6, to: 7 });
  });

  it("stays inside any text, whatever it is told", () => {
    const place = fc.integer({ min: -5, max: 50 });
    fc.assert(
      fc.property(
        fc.string(),
        place,
        place,
        place,
        place,
        (any, line, column, endLine, endColumn) => {
          const { from, to } = rangeOf(any, { line, column, endLine, endColumn });
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(any.length);
          expect(from).toBeLessThanOrEqual(to);
        },
      ),
    );
  });
});

describe("faultCount", () => {
  it("counts mistakes and warnings apart", () => {
    expect(faultCount([])).toBe("No mistakes");
    expect(
      faultCount([{ severity: "error" }, { severity: "warning" }, { severity: "error" }]),
    ).toBe("2 mistakes and 1 warning");
  });
});

describe("faultText", () => {
  it("says what was meant once", () => {
    expect(faultText({ says: "no such gate", meant: null })).toBe("no such gate");
    expect(faultText({ says: "no such mode.", meant: "warn" })).toBe(
      "no such mode. Did you mean warn?",
    );
    expect(faultText({ says: "did you mean `warn`?", meant: "warn" })).toBe("did you mean `warn`?");
  });
});
