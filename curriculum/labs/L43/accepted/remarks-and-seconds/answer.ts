import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { commentOn, written } from "../../written-like.ts";

/** Asks besides, and counts in seconds. */
export const answer: AnswerOf<Task> = (task) =>
  written(task, {
    extra: [commentOn(task, "claim", "remark"), commentOn(task, "fallback", "remark")],
    trigger: "After 2 s without an answer, whatever the reason is",
    card: { fallback: "after 2 s the desk decides by hand, owned by the lead of the desk" },
  });
