import type { AnsweredItem, OpenItem } from "@checkride/api/tries";
import type { Item } from "@checkride/rules/item";
import { markAnswer } from "@checkride/rules/mark-answer";
import { showExercise } from "@checkride/rules/show-exercise";
import type { DrawnItem } from "../../platform/assessment-tables.ts";
import { titleOf } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import type { GivenItem, Sitting } from "../../platform/tries.ts";
import type { TryDeps } from "./deps.ts";
import { findItems } from "./find-items.ts";
import { itemSeed } from "./item-seed.ts";

type Deps = Pick<TryDeps, "bank">;

/** Without its key. */
const openView = (deps: Deps, sitting: Sitting, drawn: DrawnItem, item: Item): OpenItem => ({
  place: drawn.place,
  competency: { id: drawn.competency, title: titleOf(deps.bank(), drawn.competency) },
  level: drawn.level,
  exercise: showExercise(item.exercise, itemSeed(sitting, item.id)),
});

const answeredView = (
  deps: Deps,
  sitting: Sitting,
  drawn: DrawnItem,
  item: Item,
  given: GivenItem,
): AnsweredItem => {
  const marked = markAnswer(item.exercise, itemSeed(sitting, item.id), given.answer);
  if (!marked.ok)
    throw new Error(`a kept answer to ${item.id} cannot be marked: ${marked.error.says}`);
  const { right, share, answer, sure, at } = given;
  return {
    ...openView(deps, sitting, drawn, item),
    topic: item.topic.title,
    answered: {
      exercise: item.exercise.id,
      answer,
      marking: { ...marked.value, right, share },
      at: at.toISOString(),
    },
    sure,
    sources: item.sources.map(({ title, url }) => ({ title, url })),
  };
};

/** What was answered at these places, with reasons and keys. */
export const showAnswered = async (
  db: Database,
  deps: Deps,
  sitting: Sitting,
  places: readonly number[],
): Promise<AnsweredItem[]> => {
  const given = sitting.given.filter(({ place }) => places.includes(place));
  const drawn = sitting.drawn.filter(({ place }) => places.includes(place));
  const items = await findItems(db, deps, drawn);
  return given.flatMap((one) => {
    const item = items.get(one.place);
    const from = drawn.find(({ place }) => place === one.place);
    return item && from ? [answeredView(deps, sitting, from, item, one)] : [];
  });
};

export const showNext = async (
  db: Database,
  deps: Deps,
  sitting: Sitting,
  place: number | null,
): Promise<OpenItem | null> => {
  const drawn = sitting.drawn.find((one) => one.place === place);
  if (!drawn) return null;
  const item = (await findItems(db, deps, [drawn])).get(drawn.place);
  return item ? openView(deps, sitting, drawn, item) : null;
};
