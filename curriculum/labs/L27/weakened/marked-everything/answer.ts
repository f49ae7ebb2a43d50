import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { textOf } from "../../capture.ts";
import type { Task } from "../../checks.ts";


export const answer: AnswerOf<Task> = ({ cloud }) => ({
  cloud: [[0, textOf(cloud).length]],
  local: "nothing",
  list: ".env\n.env.*\n*.pem\n/fixtures/customers/\n/contracts/\n*.tfstate",
  agent: "reads",
});
