import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own, whole } from "../../own-like.ts";

/** A larger system, with somebody of the staff in it. */
export const answer: AnswerOf<Task> = (task) =>
  own(task, {
    components: [
      ...whole.components,
      { id: "c7", title: "Docs editor", shape: "person", says: "Releases what was drafted" },
    ],
    flows: [...whole.flows, { id: "f6", from: "c7", to: "c4", carries: "release" }],
    zones: [...whole.zones, { component: "c7", zone: "protected" }],
  });
