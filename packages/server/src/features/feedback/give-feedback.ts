import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import type { FeedbackDeps } from "./deps.ts";
import { type FeedbackRow, insertFeedback } from "./store.ts";

const hourMs = 3_600_000;
const mostInAnHour = 20;

type Wish = {
  readonly lesson: string;
  readonly step: string | null;
  readonly kind: FeedbackRow["kind"];
  readonly text: string;
};

const limited = async (
  deps: FeedbackDeps,
  person: string,
  now: Date,
): Promise<Result<null, Refusal>> => {
  const ends = new Date(now.getTime() + hourMs);
  const { count, windowEndsAt } = await deps.countOne(`feedback:${person}`, now, ends);
  if (count <= mostInAnHour) return ok(null);
  const left = Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000));
  return refuse("too-many-tries", `Feedback can be given ${mostInAnHour} times an hour.`, {
    wayOut: `Wait ${Math.ceil(left / 60)} min, or put several remarks into one.`,
    retryAfterSeconds: left,
  });
};

/**
 * No evidence: that somebody found a sentence unclear says nothing about what they can do, and the ledger
 * would keep for ever that they said so.
 */
export const giveFeedback = async (
  { db, now, ...context }: RequestContext,
  deps: FeedbackDeps,
  { lesson: id, step: stepId, kind, text }: Wish,
): Promise<Result<FeedbackRow, Refusal>> => {
  const lesson = deps.content().lessons.get(id);
  if (!lesson) return refuse("not-found", "There is no such lesson.");
  const step = lesson.steps.find((one) => one.id === stepId) ?? null;
  if (stepId !== null && !step) return refuse("not-found", "This lesson has no such step.");
  const personId = actorOf({ db, now, ...context }).personId;
  const may = await limited(deps, personId, now);
  if (!may.ok) return may;
  return ok(
    await insertFeedback(db, {
      id: newId(now),
      personId,
      module: lesson.module,
      lesson: id,
      lessonTitle: lesson.title,
      step: step?.id ?? null,
      stepTitle: step?.title ?? null,
      version: lesson.version,
      kind,
      text: text.replaceAll("\0", ""),
      givenAt: now,
      state: "open",
    }),
  );
};
