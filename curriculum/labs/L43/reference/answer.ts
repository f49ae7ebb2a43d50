import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../checks.ts";
import { written } from "../written-like.ts";

export const answer: AnswerOf<Task> = (task) => written(task);
