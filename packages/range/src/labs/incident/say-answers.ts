import type { Choice } from "@checkride/rules/labs/asked";
import type { Answers } from "../../kit/answered-lab.ts";
import type { MoveAsked } from "../../kit/incident.ts";

/** One line for each question of a move, for the timeline. */
export const sayAnswers = (asks: readonly MoveAsked[], answers: Answers): readonly string[] =>
  asks.map((asked) => `${askOf(asked)} ${answerOf(asked, answers)}`);

const askOf = (asked: MoveAsked): string => (asked.kind === "judge" ? asked.text : asked.ask);

const answerOf = (asked: MoveAsked, answers: Answers): string => {
  switch (asked.kind) {
    case "choose":
      return `→ ${textOf(asked.options, answers.chosen(asked.id))}`;
    case "judge": {
      const judged = answers.judged(asked.id);
      return `→ ${textOf(asked.verdicts, judged?.verdict)}: ${textOf(asked.reasons, judged?.reason)}`;
    }
    case "mark":
      return `→ ${answers
        .marked(asked.id)
        .map(([from, to]) => `“${asked.text.slice(from, to)}”`)
        .join(", ")}`;
    case "write":
      return `→ ${answers.written(asked.id).trim()}`;
  }
};

const textOf = (choices: readonly Choice[], id: string | null | undefined): string =>
  choices.find((choice) => choice.id === id)?.text ?? "";
