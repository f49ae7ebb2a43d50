import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { foreignSpans } from "../../capture.ts";
import type { Task } from "../../checks.ts";


export const answer: AnswerOf<Task> = ({ cloud }) => ({
  cloud: foreignSpans(cloud).map(([from, to]) => [from, to]),
  local: "nothing",
  list: ".env\n.env.*\n*.pem\n/fixtures/customers/\n/contracts/\n*.tfstate",
  agent: "never",
});
