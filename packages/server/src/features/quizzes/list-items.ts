import type { ItemStatistic } from "@checkride/api/quizzes";
import type { Item } from "@checkride/rules/item";
import { type AnswerSums, answersMin, judgeItem } from "@checkride/rules/item-statistics";
import type { Bank } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import { readItemSums } from "./store.ts";

/** Older answers speak of older wording. */
const newestAnswers = 300;

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1_000) / 1_000;

const noAnswers: AnswerSums = { answers: 0, right: 0, rest: 0, restSquared: 0, restWhenRight: 0 };

const statisticOf = (item: Item, sums: AnswerSums): ItemStatistic => {
  const { facility, discrimination, flags } = judgeItem(sums);
  return {
    item: item.id,
    topic: item.topic.title,
    competency: item.competency,
    level: item.level,
    form: item.exercise.kind,
    version: item.version,
    answers: sums.answers,
    facility: rounded(facility),
    discrimination: rounded(discrimination),
    flags: [...flags],
  };
};

/** Flagged ones first, then by id. */
export const listItems = async (db: Database, bank: Bank) => {
  const sums = await readItemSums(db, [...bank.items.keys()], newestAnswers);
  const byItem = new Map(sums.map((one) => [one.item, one]));
  const items = [...bank.items.values()]
    .map((item) => statisticOf(item, byItem.get(item.id) ?? noAnswers))
    .toSorted((a, b) => b.flags.length - a.flags.length || (a.item < b.item ? -1 : 1));
  const flagged = items.filter(({ flags }) => flags.length > 0).length;
  return { items, flagged, answersMin };
};
