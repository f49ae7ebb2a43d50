import type { Answers, Span } from "../../kit/answered-lab.ts";
import type { MoveAsked } from "../../kit/incident.ts";

const writtenCharsMax = 2000;

/** Why these are no answers to a move's questions; empty: they are. Right or wrong is another matter. */
export const fitProblems = (
  asks: readonly MoveAsked[],
  answered: readonly string[],
  answers: Answers,
): readonly string[] => [
  ...asks.flatMap((asked) => {
    const problem = problemOf(asked, answers);
    return problem === null ? [] : [`${asked.id}: ${problem}.`];
  }),
  ...answered
    .filter((id) => !asks.some((asked) => asked.id === id))
    .map((id) => `${id}: nothing of this name was asked.`),
];

const problemOf = (asked: MoveAsked, answers: Answers): string | null => {
  switch (asked.kind) {
    case "choose":
      return has(asked.options, answers.chosen(asked.id)) ? null : "choose one of the answers";
    case "judge": {
      const judged = answers.judged(asked.id);
      return has(asked.verdicts, judged?.verdict) && has(asked.reasons, judged?.reason)
        ? null
        : "choose a verdict and a reason";
    }
    case "mark":
      return markProblem(asked.text, answers.marked(asked.id));
    case "write":
      return writeProblem(answers.written(asked.id));
  }
};

const has = (choices: readonly { readonly id: string }[], id: string | null | undefined): boolean =>
  choices.some((choice) => choice.id === id);

const markProblem = (text: string, spans: readonly Span[]): string | null => {
  if (spans.length === 0) return "mark something";
  return spans.every(([from, to]) => from >= 0 && to <= text.length)
    ? null
    : "a mark lies outside of the text";
};

const writeProblem = (text: string): string | null => {
  if (text.trim() === "") return "write something";
  return text.length > writtenCharsMax ? `write at most ${writtenCharsMax} characters` : null;
};
