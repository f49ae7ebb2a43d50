import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { foreignSpans } from "../../capture.ts";
import type { Task } from "../../checks.ts";

/** Names every file by its path, and marks the last things first. */
export const answer: AnswerOf<Task> = ({ cloud, paths }) => ({
  cloud: foreignSpans(cloud)
    .toReversed()
    .map(([from, to]) => [from, to]),
  local: "nothing",
  list: paths.hide.map((path) => `/${path}  `).join("\n"),
  agent: "reads",
});
