import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";

/** Knows the verdicts, and picks what was written with most care. */
export const answer: AnswerOf<Task> = (task) =>
  Object.fromEntries(
    task.map(({ id, verdict, reasons }) => {
      const [longest] = reasons.toSorted((a, b) => b.text.length - a.text.length);
      return [id, { verdict, reason: longest?.id ?? "" }];
    }),
  );
