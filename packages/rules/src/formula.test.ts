import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds, parseFormula, parseResults } from "./formula.ts";

const names = ["a", "b", "tries"];

const value = (text: string, values: Readonly<Record<string, number>> = {}): number => {
  const parsed = parseFormula(text, names);
  if (!parsed.ok) throw new Error(parsed.error.says);
  return parsed.value(values);
};

const fault = (text: string): string => {
  const parsed = parseFormula(text, names);
  if (parsed.ok) return "none";
  const { at, length, says, cure } = parsed.error;
  return `${at}+${length} ${says}: ${cure}`;
};

describe("a formula", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 4 - 3", 3],
    ["12 / 2 / 3", 2],
    ["-2 ^ 2", -4],
    ["2 ^ 3 ^ 2", 512],
    ["2 ^ -1", 0.5],
    [".5e1 + 1.", 6],
    ["1 < 2 and not 3 < 2", 1],
    ["1 < 2 and 3 < 2 or 1", 1],
    ["if(2 >= 2, 10, 20) + min(3, 1, 2) + max(1, 2)", 13],
    ["abs(-1) + sqrt(4) + exp(0) + log(1) + round(1.6) + floor(1.6) + ceil(1.2)", 9],
    ["round(1000 * pi)", 3142],
    ["1 == 1 and 1 != 2", 1],
  ])("%s is %d", (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  it("knows the normal distribution", () => {
    expect(value("phi(0)")).toBeCloseTo(0.5, 15);
    expect(value("phi(1.959963984540054)")).toBeCloseTo(0.975, 12);
    expect(value("phi(-3)")).toBeCloseTo(0.0013498980316301, 12);
    expect(value("phi(40)")).toBe(1);
    expect(value("phi(-40)")).toBe(0);
  });

  it("takes what the sliders say", () => {
    expect(value("100 * (1 - (a / 100) ^ tries)", { a: 80, tries: 2 })).toBeCloseTo(36, 10);
  });

  it("is not a number, and true of nothing, where there is no value", () => {
    expect(value("0 / 0")).toBeNaN();
    expect(value("a")).toBeNaN();
    const parsed = parseFormula("sqrt(0 - 1) or a > 1", names);
    expect(parsed.ok && holds(parsed.value, {})).toBe(false);
  });
});

describe("a mistake is pointed at:", () => {
  it.each([
    ["1 +", "3+1 the formula ends too early: write what belongs here"],
    ["(1 + 2", "0+1 this bracket is never closed: write ) where it ends"],
    ["1 + 2)", "5+1 `)` is not expected here: remove it, or open a bracket before"],
    ["2 a", "2+1 `a` is not expected here: put an operator such as * before it"],
    ["0 < a < 1", "6+1 `<` is not expected here: join two comparisons with `and`"],
    ["a = 1", "2+1 a formula has no `=`: write == to compare"],
    ["a && b", "2+1 a formula has no `&`: write `and`"],
    ["trise + 1", "0+5 nothing above is called `trise`: write tries"],
    ["sqr(4)", "0+3 there is no function `sqr`: write sqrt"],
    ["max", "0+3 `max` is a function: write max( … )"],
    ["if(1, 2)", "0+2 `if` takes 3 values, not 2: give it 3, with commas between"],
    [
      "* 2",
      "0+1 `*` stands where a value is expected: write a number, a name or a bracket before it",
    ],
    [
      "constructor(1)",
      "0+11 there is no function `constructor`: use one of if, min, max, abs, sqrt, exp, log, round, floor, ceil, phi",
    ],
    ["", "0+1 the formula ends too early: write what belongs here"],
  ])("%s", (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  it("too long, too deep", () => {
    expect(fault("1".repeat(1001))).toContain("at most 1000 characters");
    expect(fault("(".repeat(900))).toContain("nested too deeply");
    expect(fault("-".repeat(900))).toContain("nested too deeply");
    expect(fault(`2${"^2".repeat(400)}`)).toContain("nested too deeply");
  });
});

it("results build on those above them, not below", () => {
  const sliders = [{ id: "a" }];
  const good = parseResults(
    [
      { id: "x", formula: "2 * a" },
      { id: "y", formula: "x + 1" },
    ],
    sliders,
  );
  expect(good.ok && good.value({ a: 3 })).toEqual({ a: 3, x: 6, y: 7 });
  const bad = parseResults(
    [
      { id: "y", formula: "x + 1" },
      { id: "x", formula: "2 * a" },
    ],
    sliders,
  );
  expect(bad).toMatchObject({ ok: false, error: { result: "y", at: 0 } });
});

const scraps = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."+ - * / ^ ( ) , < <= >= == != and or not if( min( phi( pi a b tries 1 2.5 1e9".split(
          " ",
        ),
      ),
      fc.string({ unit: "binary", maxLength: 2 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(" "));

it("never throws, and every fault lies in the text or right behind it", () => {
  fc.assert(
    fc.property(fc.oneof(scraps, fc.string({ unit: "binary" })), fc.double(), (text, at) => {
      const parsed = parseFormula(text, names);
      if (parsed.ok) {
        expect(typeof parsed.value({ a: at, b: -at, tries: 0 })).toBe("number");
      } else {
        expect(parsed.error.at).toBeGreaterThanOrEqual(0);
        expect(parsed.error.at).toBeLessThanOrEqual(text.length);
        expect(parsed.error.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 2000 },
  );
});

it("computes as JavaScript does", () => {
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: 0, max: 9 }).map(String),
      fc
        .tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/"), tie("tree"))
        .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
      tie("tree").map((inner) => `(- ${inner})`),
    ),
  }));
  fc.assert(
    fc.property(tree, (text) => {
      const expected: unknown = new Function(`return ${text}`)();
      expect(Object.is(value(text), expected) || value(text) === expected).toBe(true);
    }),
    { numRuns: 300 },
  );
});
