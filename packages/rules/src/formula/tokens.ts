import type { FormulaFault } from "../formula.ts";
import type { Result } from "../result.ts";
import { fail, ok } from "../result.ts";

export type Token = {
  readonly kind: "number" | "name" | "sign";
  readonly text: string;
  readonly at: number;
};

const pattern =
  /\s+|(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign><=|>=|==|!=|[-+*/^(),<>])/y;

export const tokensOf = (text: string): Result<readonly Token[], FormulaFault> => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return fail(strangeSign(text, at));
    const { number, name, sign } = match.groups ?? {};
    if (number !== undefined) tokens.push({ kind: "number", text: number, at });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, at });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, at });
    at += match[0].length;
  }
  return ok(tokens);
};

const strangeSign = (text: string, at: number): FormulaFault => {
  const sign = text.slice(at, at + 2);
  const cure = Object.entries(cures).find(([written]) => sign.startsWith(written))?.[1];
  const [shown = ""] = sign;
  return {
    at,
    length: 1,
    says: `a formula has no \`${shown}\``,
    cure: cure ?? "use + - * / ^ ( ), comparisons, and, or, not and the functions of the guide",
  };
};

const cures: Readonly<Record<string, string>> = {
  "=": "write == to compare",
  "&": "write `and`",
  "|": "write `or`",
  "!": "write `not`",
  "%": "divide by 100",
};
