import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, plan } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: answered(plan(task), "prevent", { installs: "scanner" }) });
