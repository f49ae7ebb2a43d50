import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameProgram } from "./code-tokens.ts";
import { codePieces, gramsOf, likenessOf, printsOf, wordPieces } from "./likeness.ts";

const program = `export const total = (orders: Order[], who: string) => {
  const mine = orders.filter((order) => order.owner === who && order.state !== "void");
  if (mine.length === 0) return { allowed: false, why: "nothing of theirs" };
  let sum = 0;
  for (const order of mine) sum += order.price * (1 + order.tax / 100) - order.discount;
  return { allowed: true, sum: Math.round(sum * 100) / 100, count: mine.length };
};`;
const none: ReadonlySet<number> = new Set();
const prints = (text: string) => printsOf(codePieces("main.ts", text), none);

describe("likeness of what people made", () => {
  it("sees through other names, white space and comments", () => {
    const renamed = program
      .replaceAll("mine", "belonging")
      .replaceAll("who", "asker")
      .replaceAll("\n", "\n\n  // here\n")
      .replaceAll(" => ", "  =>\t/* so */ ");
    expect(likenessOf(prints(program), prints(renamed))).toEqual({ kind: "same", share: 1 });
  });

  it("calls a small difference near and another way nothing", () => {
    const near = program.replace("Math.round(sum * 100) / 100", "sum");
    expect(likenessOf(prints(program), prints(near))?.kind).toBe("near");
    const other = `export function total(list, person) {
      return list.reduce((answer, next) => next.owner !== person ? answer : {
        ...answer, allowed: true, count: (answer.count ?? 0) + 1 }, { allowed: false });
    }`;
    expect(likenessOf(prints(program), prints(other))).toBeNull();
  });

  it("says nothing of what the lab itself contains, nor of little", () => {
    const known = new Set(gramsOf(codePieces("main.ts", program)));
    expect(printsOf(codePieces("main.ts", program), known)).toEqual([]);
    const short = prints("export const allow = (a, b) => ({ allowed: a === b });");
    expect(likenessOf(short, short)).toBeNull();
  });

  const text = fc.array(fc.constantFrom("the", "key", "leaks", "here", "log", "not", "model"), {
    maxLength: 80,
  });

  it("is the same from both sides and between 0 and 1", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [printsOf(one, none), printsOf(other, none)];
        const likeness = likenessOf(a, b);
        expect(likenessOf(b, a)).toEqual(likeness);
        if (likeness !== null) expect(likeness.share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("finds every common run that is long enough", () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(fc.string({ minLength: 3, maxLength: 8 }), { minLength: 9, maxLength: 30 }),
        (before, after, run) => {
          const one = new Set(printsOf([...before, ...run], none));
          const other = printsOf([...run, ...after], none);
          expect(other.some((print) => one.has(print))).toBe(true);
        },
      ),
    );
  });

  it("never throws, whatever was handed in", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("a.ts", "a.py", "Dockerfile"), (source, path) => {
        printsOf(codePieces(path, source), none);
        printsOf(wordPieces(source), none);
        expect(isSameProgram(path, source, `${source}\n`)).toBe(true);
      }),
    );
  });
});

describe("the same program", () => {
  it.each([
    ["main.ts", "f(a)", "f( a ) // done", true],
    ["main.ts", "f(a)", "f(b)", false],
    ["main.py", "f(a) # x", "f(a)  # y", true],
    ["main.ts", "f('a // b')", "f('a // c')", false],
  ])("%s: %s and %s", (path, one, other, same) => {
    expect(isSameProgram(path, one, other)).toBe(same);
  });
});
