import { z } from "zod";
import { answerBody, markedAnswer, shownExercise } from "./exercises.ts";
import { instant, uuid } from "./shared-shapes.ts";

export const itemLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);
/** 0 none, 1 aware, 2 applies, 3 leads. */
export const competencyLevel = z.union([z.literal(0), itemLevel]);

/** How sure somebody is of an answer: 1 a guess, 2 unsure, 3 fairly sure, 4 certain. */
export const sureness = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** One question of a try, without its key. */
export const openItem = z.object({
  /** Sent back with the answer: from 1, in the order in which they are asked. */
  place: z.number().int(),
  competency: z.object({ id: z.string(), title: z.string() }),
  level: itemLevel,
  exercise: shownExercise,
});
export type OpenItem = z.infer<typeof openItem>;

/** A question that was answered, as it was shown then. */
export const answeredItem = openItem.extend({
  topic: z.string(),
  answered: markedAnswer,
  sure: sureness.nullable(),
  sources: z.array(z.object({ title: z.string(), url: z.string() })),
});
export type AnsweredItem = z.infer<typeof answeredItem>;

const tryCommon = {
  id: uuid,
  /** 1 for the first try of this person at this. */
  number: z.number().int(),
  startedAt: instant,
  endedAt: instant.nullable(),
  answered: z.number().int(),
  /** How many there will be at most. */
  of: z.number().int(),
  /** Null: it is over. */
  next: openItem.nullable(),
};
export const tryShape = z.object(tryCommon);

export const tryParam = z.object({ try: uuid });

export const itemAnswer = {
  /** Of the question that is answered. Each is answered once; a second answer to it is refused. */
  place: z.number().int().min(1).max(200),
  answer: answerBody,
};
