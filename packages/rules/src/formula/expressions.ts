import { didYouMean } from "../did-you-mean.ts";
import type { Formula, FormulaFault } from "../formula.ts";
import type { Result } from "../result.ts";
import { fail, ok } from "../result.ts";
import { functions, isTrue } from "./functions.ts";
import { binaryOperators, comparisons } from "./operators.ts";
import type { Token } from "./tokens.ts";

type Parsed = Result<Formula, FormulaFault>;

type Cursor = {
  readonly tokens: readonly Token[];
  readonly names: ReadonlySet<string>;
  readonly end: number;
  at: number;
  depth: number;
};

/** Brackets, signs and powers inside one another; deeper ones would only exhaust the stack. */
const deepest = 60;

/** Loosest first: or, and, not, comparison, + and -, * and /, sign, power. */
export const readExpression = (
  tokens: readonly Token[],
  names: ReadonlySet<string>,
  end: number,
): Parsed => {
  const cursor: Cursor = { tokens, names, end, at: 0, depth: 0 };
  const parsed = readOr(cursor);
  const rest = cursor.tokens[cursor.at];
  if (!parsed.ok || rest === undefined) return parsed;
  return fail(faultAt(cursor, `\`${rest.text}\` is not expected here`, cureOfRest(rest)));
};

const cureOfRest = ({ kind, text }: Token): string => {
  if (comparisons.has(text)) return "join two comparisons with `and`";
  if (text === ")") return "remove it, or open a bracket before";
  return kind === "sign" ? "remove it" : "put an operator such as * before it";
};

const readOr = (cursor: Cursor): Parsed => readLevel(cursor, ["or"], readAnd);
const readAnd = (cursor: Cursor): Parsed => readLevel(cursor, ["and"], readNot);

const readNot = (cursor: Cursor): Parsed => {
  if (!take(cursor, "not")) return readComparison(cursor);
  return deeper(cursor, () => {
    const inner = readNot(cursor);
    return inner.ok ? ok((values) => (isTrue(inner.value(values)) ? 0 : 1)) : inner;
  });
};

const readComparison = (cursor: Cursor): Parsed => {
  const left = readSum(cursor);
  const sign = cursor.tokens[cursor.at]?.text ?? "";
  const compare = comparisons.get(sign);
  if (!left.ok || compare === undefined) return left;
  cursor.at += 1;
  const right = readSum(cursor);
  if (!right.ok) return right;
  return ok((values) => (compare(left.value(values), right.value(values)) ? 1 : 0));
};

const readSum = (cursor: Cursor): Parsed => readLevel(cursor, ["+", "-"], readProduct);
const readProduct = (cursor: Cursor): Parsed => readLevel(cursor, ["*", "/"], readSign);

const readSign = (cursor: Cursor): Parsed => {
  if (!take(cursor, "-")) return readPower(cursor);
  return deeper(cursor, () => {
    const inner = readSign(cursor);
    return inner.ok ? ok((values) => -inner.value(values)) : inner;
  });
};

/** To the right: 2^3^2 is 2^9. The exponent may have a sign. */
const readPower = (cursor: Cursor): Parsed => {
  const base = readValue(cursor);
  if (!base.ok || !take(cursor, "^")) return base;
  return deeper(cursor, () => {
    const exponent = readSign(cursor);
    if (!exponent.ok) return exponent;
    return ok((values) => base.value(values) ** exponent.value(values));
  });
};

const readValue = (cursor: Cursor): Parsed => {
  const token = cursor.tokens[cursor.at];
  if (token === undefined) {
    return fail(faultAt(cursor, "the formula ends too early", "write what belongs here"));
  }
  if (token.text === "(") return readBrackets(cursor);
  if (token.kind === "sign" || isWord(token.text)) {
    const says = `\`${token.text}\` stands where a value is expected`;
    return fail(faultAt(cursor, says, "write a number, a name or a bracket before it"));
  }
  cursor.at += 1;
  if (token.kind === "number") {
    const value = Number(token.text);
    return ok(() => value);
  }
  return cursor.tokens[cursor.at]?.text === "(" ? readCall(token, cursor) : readName(token, cursor);
};

const readBrackets = (cursor: Cursor): Parsed => {
  const open = cursor.at;
  cursor.at += 1;
  return deeper(cursor, () => {
    const inner = readOr(cursor);
    if (!inner.ok || take(cursor, ")")) return inner;
    return fail(unclosed(cursor, open));
  });
};

const readCall = (token: Token, cursor: Cursor): Parsed => {
  const open = cursor.at;
  const known = Object.hasOwn(functions, token.text) ? functions[token.text] : undefined;
  if (known === undefined) {
    const meant = didYouMean(token.text, Object.keys(functions));
    const cure =
      meant === null ? `use one of ${Object.keys(functions).join(", ")}` : `write ${meant}`;
    return fail(faultOf(token, `there is no function \`${token.text}\``, cure));
  }
  cursor.at += 1;
  return deeper(cursor, () => {
    const inputs: Formula[] = [];
    do {
      const input = readOr(cursor);
      if (!input.ok) return input;
      inputs.push(input.value);
    } while (take(cursor, ","));
    if (!take(cursor, ")")) return fail(unclosed(cursor, open));
    if (inputs.length < known.least || inputs.length > known.most) {
      const wanted = known.least === known.most ? `${known.least}` : `${known.least} or more`;
      const says = `\`${token.text}\` takes ${wanted} values, not ${inputs.length}`;
      return fail(faultOf(token, says, `give it ${wanted}, with commas between`));
    }
    return ok((values) => known.call(...inputs.map((input) => input(values))));
  });
};

const readName = (token: Token, { names }: Cursor): Parsed => {
  const { text } = token;
  if (names.has(text)) return ok((values) => values[text] ?? Number.NaN);
  if (text === "pi") return ok(() => Math.PI);
  if (Object.hasOwn(functions, text)) {
    return fail(faultOf(token, `\`${text}\` is a function`, `write ${text}( … )`));
  }
  const meant = didYouMean(text, [...names, "pi"]);
  const known = [...names].join(", ");
  const cure = meant === null ? `known here: ${known}` : `write ${meant}`;
  return fail(faultOf(token, `nothing above is called \`${text}\``, cure));
};

const readLevel = (
  cursor: Cursor,
  signs: readonly string[],
  readNext: (cursor: Cursor) => Parsed,
): Parsed => {
  let left = readNext(cursor);
  for (;;) {
    const sign = signs.find((one) => left.ok && take(cursor, one));
    if (!left.ok || sign === undefined) return left;
    const right = readNext(cursor);
    if (!right.ok) return right;
    left = ok(binaryOperators(sign, left.value, right.value));
  }
};

const isWord = (text: string): boolean => text === "and" || text === "or" || text === "not";

const take = (cursor: Cursor, text: string): boolean => {
  if (cursor.tokens[cursor.at]?.text !== text) return false;
  cursor.at += 1;
  return true;
};

const deeper = (cursor: Cursor, read: () => Parsed): Parsed => {
  if (cursor.depth >= deepest) {
    return fail(faultAt(cursor, "this is nested too deeply", "split it into several results"));
  }
  cursor.depth += 1;
  const parsed = read();
  cursor.depth -= 1;
  return parsed;
};

const unclosed = ({ tokens }: Cursor, open: number): FormulaFault => ({
  at: tokens[open]?.at ?? 0,
  length: 1,
  says: "this bracket is never closed",
  cure: "write ) where it ends",
});

const faultOf = ({ at, text }: Token, says: string, cure: string): FormulaFault => ({
  at,
  length: text.length,
  says,
  cure,
});

const faultAt = ({ tokens, at, end }: Cursor, says: string, cure: string): FormulaFault => {
  const token = tokens[at];
  return token === undefined ? { at: end, length: 1, says, cure } : faultOf(token, says, cure);
};
