import type { Formula } from "../formula.ts";
import { isTrue } from "./functions.ts";

export const comparisons: ReadonlyMap<string, (left: number, right: number) => boolean> = new Map([
  ["<", (left, right) => left < right],
  ["<=", (left, right) => left <= right],
  [">", (left, right) => left > right],
  [">=", (left, right) => left >= right],
  ["==", (left, right) => left === right],
  ["!=", (left, right) => left !== right],
]);

export const binaryOperators = (sign: string, left: Formula, right: Formula): Formula => {
  switch (sign) {
    case "+":
      return (values) => left(values) + right(values);
    case "-":
      return (values) => left(values) - right(values);
    case "*":
      return (values) => left(values) * right(values);
    case "/":
      return (values) => left(values) / right(values);
    case "and":
      return (values) => (isTrue(left(values)) && isTrue(right(values)) ? 1 : 0);
    default:
      return (values) => (isTrue(left(values)) || isTrue(right(values)) ? 1 : 0);
  }
};
