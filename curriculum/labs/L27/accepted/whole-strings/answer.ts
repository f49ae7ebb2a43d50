import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { foreignSpans } from "../../capture.ts";
import type { Task } from "../../checks.ts";

/** Takes the quotation marks along, and writes its patterns with two stars. */
export const answer: AnswerOf<Task> = ({ cloud }) => ({
  cloud: foreignSpans(cloud).map(([from, to]) => [from - 1, to + 1]),
  local: "nothing",
  list: [
    "# secrets",
    "**/.env*",
    "**/*.pem",
    "",
    "# customers, contracts, state",
    "fixtures/customers/**",
    "contracts/*-takeover.md",
    "infra/**/*.tfstate",
  ].join("\n"),
  agent: "reads",
});
