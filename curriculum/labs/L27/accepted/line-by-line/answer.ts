import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { foreignSpans } from "../../capture.ts";
import type { Task } from "../../checks.ts";

/** Marks in two pieces, one letter short, as one does with a mouse; its list was written on Windows. */
export const answer: AnswerOf<Task> = ({ cloud }) => ({
  cloud: foreignSpans(cloud).flatMap(([from, to]) => {
    const middle = Math.floor((from + to) / 2);
    return [
      [from + 1, middle],
      [middle, to],
    ];
  }),
  local: "nothing",
  list: [".env", ".env.production", "/deploy/keys/", "customers/", "/contracts", "terraform.tfstate", ""].join("\r\n"),
  agent: "reads",
});
