import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own, whole } from "../../own-like.ts";

/** More is planned, training too. */
export const answer: AnswerOf<Task> = (task) =>
  own(task, {
    mitigations: [
      { threat: "t1", component: "c3", kind: "prompt", what: "Say it more clearly", owner: "docs", due: "" },
      ...whole.mitigations,
      { threat: "t4", component: "c2", kind: "pin", what: "Model named by version", owner: "platform", due: "2027-04-01" },
    ],
  });
