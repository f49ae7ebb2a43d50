import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { reviewed } from "../../review-like.ts";

/** Comments from the last line on, over the lines behind it. */
export const answer: AnswerOf<Task> = ({ key }) =>
  reviewed(
    key.planted.flatMap(({ places, problems }) =>
      places.map(({ file, to }) => ({
        file,
        from: to,
        to: to + 3,
        problem: problems.at(-1) ?? "",
        text: "What if somebody else asks?",
      })),
    ),
  );
