import type { Marking } from "@checkride/rules/answer";
import { markAnswer } from "@checkride/rules/mark-answer";
import { ok, type Result } from "@checkride/rules/result";
import type { DrawnItem } from "../../platform/assessment-tables.ts";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { type AnswerAsk, answeredOf, type Rules, type Sitting } from "../../platform/tries.ts";
import type { TryDeps } from "./deps.ts";
import { findItems } from "./find-items.ts";
import { itemSeed } from "./item-seed.ts";
import { endTry, insertAnswer, lockSitting } from "./store.ts";

export const noSuchTry = () => refuse("not-found", "There is nothing here under this address.");

const alreadyAnswered = () =>
  refuse("already-answered", "This question was answered before; that answer counts.", {
    wayOut: "Load the try again to see it and the next question.",
  });

/** The one that may be answered now. */
const openItem = (
  sitting: Sitting,
  place: number,
  next: number | null,
): Result<DrawnItem, Refusal> => {
  const item = sitting.drawn.find((drawn) => drawn.place === place);
  if (next === null || sitting.given.some((given) => given.place === place)) {
    return alreadyAnswered();
  }
  if (item && place === next) return ok(item);
  const detail = `Question ${place} is not the one that is asked now; that is question ${next}.`;
  return refuse("bad-input", detail, { faults: [{ in: "body/place", says: `is not ${next}` }] });
};

/**
 * Keeps the answer before anything of the key is known to whoever asks: what comes back leaves the server with
 * the commit of this transaction, and a second answer to the same question finds the first.
 */
export const answerItem = async (
  db: Database,
  deps: TryDeps,
  rules: Rules,
  ask: AnswerAsk,
): Promise<Result<Sitting, Refusal>> => {
  const sitting = await lockSitting(db, ask.personId, ask.tryId);
  if (!sitting || !rules.owns(sitting.activity)) return noSuchTry();
  const next = sitting.endedAt ? null : rules.next(sitting);
  const item = openItem(sitting, ask.place, next);
  if (!item.ok) return item;
  const marking = await markDrawn(db, deps, sitting, item.value, ask);
  if (!marking.ok) return marking;
  const { place, answer, sure, now: at } = ask;
  const { right, share } = marking.value;
  const given = { place, answer, right, share, sure, at };
  const isNew = await insertAnswer(db, { ...given, tryId: sitting.id, drawn: item.value });
  if (!isNew) return alreadyAnswered();
  const byPlace = [...sitting.given, given].toSorted((a, b) => a.place - b.place);
  return ok(await settle(db, deps, rules, { ...sitting, given: byPlace }, ask.now));
};

const markDrawn = async (
  db: Database,
  deps: TryDeps,
  sitting: Sitting,
  drawn: DrawnItem,
  ask: AnswerAsk,
): Promise<Result<Marking, Refusal>> => {
  const item = (await findItems(db, deps, [drawn])).get(drawn.place);
  if (!item) throw new Error(`the question ${drawn.item} ${drawn.version} was not kept`);
  const marked = markAnswer(item.exercise, itemSeed(sitting, item.id), ask.answer);
  if (marked.ok) return marked;
  return refuse("answer-not-fitting", marked.error.says, {
    wayOut: "Nothing was kept. Answer what is shown.",
  });
};

const settle = async (
  db: Database,
  deps: TryDeps,
  rules: Rules,
  sitting: Sitting,
  now: Date,
): Promise<Sitting> => {
  if (rules.next(sitting) !== null) return sitting;
  const result = await rules.finish(db, sitting, now);
  await endTry(db, sitting.id, { ...result, endedAt: now });
  await deps.onEnded(db, { personId: sitting.personId, answers: answeredOf(sitting), now });
  return { ...sitting, ...result, endedAt: now };
};
