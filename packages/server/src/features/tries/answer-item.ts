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
import { endTry, insertAnswer, lockSitting, readSitting } from "./store.ts";

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
 * Keeps the answer before anything of the key is known to whoever asks: what comes back leaves the server after
 * the commit, and a second answer to the same question finds the first.
 */
export const answerItem = async (
  db: Database,
  deps: TryDeps,
  rules: Rules,
  ask: AnswerAsk,
): Promise<Result<Sitting, Refusal>> => {
  const sitting = await readSitting(db, ask.personId, ask.tryId);
  if (!sitting || !rules.owns(sitting.activity)) return noSuchTry();
  const next = sitting.endedAt ? null : rules.next(sitting);
  const item = openItem(sitting, ask.place, next);
  if (!item.ok) return item;
  const marking = await markDrawn(db, deps, sitting, item.value, ask);
  if (!marking.ok) return marking;
  const { place, answer, sure, now: at } = ask;
  const { right, share } = marking.value;
  const given = { place, answer, right, share, sure, at };
  const byPlace = [...sitting.given, given].toSorted((a, b) => a.place - b.place);
  const answered = { ...sitting, given: byPlace };
  const write = (tx: Database): Promise<boolean> =>
    insertAnswer(tx, { ...given, tryId: sitting.id, drawn: item.value }, sitting.given.length);
  if (rules.next(answered) !== null) return (await write(db)) ? ok(answered) : alreadyAnswered();
  const ended = await db.transaction().execute(async (tx) => {
    await lockSitting(tx, sitting.id);
    return (await write(tx)) ? settle(tx, deps, rules, answered, ask.now) : null;
  });
  return ended ? ok(ended) : alreadyAnswered();
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

/** The last answer ends the try; result, evidence, levels and what comes back are written with it. */
const settle = async (
  tx: Database,
  deps: TryDeps,
  rules: Rules,
  sitting: Sitting,
  now: Date,
): Promise<Sitting> => {
  const result = await rules.finish(tx, sitting, now);
  await endTry(tx, sitting.id, { ...result, endedAt: now });
  await deps.onEnded(tx, { personId: sitting.personId, answers: answeredOf(sitting), now });
  return { ...sitting, ...result, endedAt: now };
};
