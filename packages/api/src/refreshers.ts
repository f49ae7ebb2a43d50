import { z } from "zod";
import { answerBody, marking, shownExercise } from "./exercises.ts";
import { operation } from "./operation.ts";
import { instant } from "./shared-shapes.ts";

const refresherCard = z.object({
  /** The topic that comes back: `a1`. */
  card: z.string(),
  /** Sent back with the answer, so that each turn is answered once. */
  turn: z.number().int(),
  competency: z.object({ id: z.string(), title: z.string() }),
  dueAt: instant,
  /** It was learnt in a lesson and comes for the first time. */
  first: z.boolean(),
  exercise: shownExercise,
});
export type RefresherCard = z.infer<typeof refresherCard>;

const cadenceStep = z.object({
  kind: z.enum(["five-minutes", "refresher"]),
  track: z.string(),
  title: z.string(),
  /** `t1-month-2`, `t1-refresher` */
  quiz: z.string(),
  minutes: z.number().int(),
  dueFrom: instant,
  due: z.boolean(),
});
export type CadenceStep = z.infer<typeof cadenceStep>;

const weakSpot = z.object({
  competency: z.string(),
  title: z.string(),
  cards: z.number().int(),
  /** Estimated share of its cards that would be answered rightly today. */
  recall: z.number(),
});

const refreshers = z.object({
  /** At most five at a time; the least likely to be remembered first. */
  cards: z.array(refresherCard),
  /** Due now, including those that wait behind the five. */
  due: z.number().int(),
  minutes: z.number().int(),
  /** When the next one comes; null: there are none. */
  nextAt: instant.nullable(),
  cadence: z.array(cadenceStep),
  weakSpots: z.array(weakSpot),
});
export type Refreshers = z.infer<typeof refreshers>;

export const refresherOperations = {
  "GET /api/refreshers": operation({
    summary: "Show the questions that come back today, and what the cadence has due",
    access: "learning:own",
    answer: refreshers,
  }),
  "POST /api/refreshers/{card}/answers": operation({
    summary: "Answer a question that came back; forgetting it changes no standing",
    access: "learning:own",
    params: z.object({ card: z.string().min(1).max(100) }),
    body: z.strictObject({
      turn: z.number().int().min(0),
      answer: answerBody,
      /** From being shown to being answered; slow counts as hard. */
      seconds: z.number().min(0).max(86_400),
    }),
    answer: z.object({
      marking,
      topic: z.string(),
      sources: z.array(z.object({ title: z.string(), url: z.string() })),
      nextAt: instant,
      /** Still due now. */
      due: z.number().int(),
    }),
    problems: ["not-found", "already-answered", "answer-not-fitting"],
  }),
};
