import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";

/** Knows every verdict, and twice says the wrong thing about why. */
export const answer: AnswerOf<Task> = (task) =>
  Object.fromEntries(
    task.map(({ id, verdict, reason, reasons }, at) => {
      const other = reasons.find((one) => one.id !== reason)?.id ?? "";
      return [id, { verdict, reason: at < 2 ? other : reason }];
    }),
  );
