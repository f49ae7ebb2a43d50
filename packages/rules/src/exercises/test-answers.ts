import fc from "fast-check";
import type { Answer } from "../answer.ts";
import type { ShownExercise } from "../shown-exercise.ts";

/** Answers as a browser can make them of what it sees. */
export const answerTo = (shown: ShownExercise, pick: (count: number) => number): Answer => {
  const one = (things: readonly { readonly id: string }[]): string =>
    things[pick(things.length)]?.id ?? "";
  switch (shown.kind) {
    case "choose":
      return {
        kind: "choose",
        picked: [one(shown.options)],
        because: shown.because === null ? [] : [one(shown.because.options)],
      };
    case "sort":
      return {
        kind: "sort",
        groupOf: Object.fromEntries(shown.cards.map(({ id }) => [id, one(shown.groups)])),
      };
    case "match":
      return {
        kind: "match",
        rightOf: Object.fromEntries(shown.lefts.map(({ id }) => [id, one(shown.rights)])),
      };
    case "order":
      return { kind: "order", cards: shown.cards.map(({ id }) => id) };
    case "spot":
      return {
        kind: "spot",
        marked: [
          shown.diagram === null ? "1" : one([...shown.diagram.parts, ...shown.diagram.flows]),
        ],
      };
    case "config":
      return {
        kind: "config",
        values: Object.fromEntries(
          shown.blanks.map(({ name, wants }) => [
            name,
            wants.kind === "one-of" ? (wants.options[pick(wants.options.length)] ?? "") : "300000",
          ]),
        ),
      };
    case "predict":
      return {
        kind: "predict",
        guess: shown.guess.kind === "number" ? "12" : one(shown.guess.options),
      };
    case "slider":
      return { kind: "slider", at: { a: pick(11) } };
    case "write":
      return { kind: "write", texts: { f: "two words" } };
    case "run":
      return { kind: "run", code: shown.start };
  }
};

/** Choices that a test makes: always within what there is. */
export const picks = fc.array(fc.nat(1000), { minLength: 1 }).map((numbers) => {
  let at = 0;
  return (count: number): number => (numbers[at++ % numbers.length] ?? 0) % Math.max(1, count);
});
