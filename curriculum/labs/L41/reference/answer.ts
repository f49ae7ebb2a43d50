import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered } from "../answer-like.ts";
import type { Task } from "../checks.ts";

export const answer: AnswerOf<Task> = (task) => answered(task);
