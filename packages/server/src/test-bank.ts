import type { Answer } from "@checkride/rules/answer";
import type { Competency, Item, ItemExercise, ItemLevel } from "@checkride/rules/item";
import { inSeededOrder } from "@checkride/rules/seeded-random";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import type { Content } from "./platform/content.ts";

const letters = [..."ABCDEFGHIJKLMNO"];
const levels: readonly ItemLevel[] = [1, 1, 2, 2, 3];

const text = (says: string) => [{ kind: "text" as const, text: says }];

/** Nothing that a learner sees says which one is right: that is known by the number that each text begins with. */
const numbers = inSeededOrder(
  Array.from({ length: 1_000 }, (_, n) => n),
  String,
  "numbers of options",
);
const secret = new Set<string>();

const common = (id: string) => ({ id, exhibit: null, close: text(`closing words of ${id}`) });

const choose = (id: string, at: number): ItemExercise => {
  const options = [0, 1, 2, 3].map((n) => {
    const says = `${id} option ${numbers[(at * 7 + n) % numbers.length]}`;
    if (n === 1) secret.add(says);
    return { text: text(says), right: n === 1, why: text(`because ${n} of ${id}`) };
  });
  return {
    ...common(id),
    ask: text(`Ask ${id}`),
    kind: "choose",
    many: false,
    options,
    because: null,
  };
};

const sort = (id: string, at: number): ItemExercise => {
  const cards = [0, 1, 2, 3].map((n) => {
    const says = `${id} card ${numbers[(at * 11 + n) % numbers.length]}`;
    const group = n % 2 === 0 ? "yes" : "no";
    secret.add(`${says} in ${group}`);
    return { text: text(says), groups: [group], why: text(`because ${n} of ${id}`) };
  });
  const groups = ["yes", "no"].map((group) => ({ id: group, title: text(group) }));
  return { ...common(id), ask: text(`Sort ${id}`), kind: "sort", groups, cards };
};

const itemOf = (competency: string, index: number, form: number): Item => {
  const topic = `${competency.toLowerCase()}${index + 1}`;
  const id = `${topic}-${form}`;
  const at = letters.indexOf(competency) * 10 + index * 2 + form;
  return {
    id,
    competency,
    topic: { id: topic, title: `Topic ${topic}` },
    level: levels[index] ?? 1,
    threats: [],
    added: index === 1 || index === 4 ? "2027-06-01" : "2026-01-01",
    reviewed: "2026-11-21",
    reviewBy: "2027-05-21",
    sources: [{ title: `Source of ${id}`, url: "https://example.com/" }],
    exercise: index === 2 ? sort(id, at) : choose(id, at),
    version: `version of ${id}`,
  };
};

export const testItems: readonly Item[] = letters.flatMap((competency) =>
  levels.flatMap((_, index) => [1, 2].map((form) => itemOf(competency, index, form))),
);

const expected: Readonly<Record<string, Competency["expected"]>> = {
  A: { aware: 1, t1: 2, t2: 2 },
  B: { t1: 2, t2: 2 },
  C: { t1: 1, t2: 3 },
  D: { t1: 1, t2: 3 },
  E: { t1: 1, t2: 3 },
  F: { t2: 3 },
  J: { aware: 1, t1: 1, t2: 2 },
  M: { aware: 1, t1: 1, t2: 2 },
};

/** Two forms of five topics in each competency, as a full bank has them. */
export const withTestBank = (shipped: Content): Content => ({
  ...shipped,
  items: new Map(testItems.map((item) => [item.id, item])),
  competencies: new Map(
    letters.map((id) => [id, { id, title: `Competency ${id}`, expected: expected[id] ?? {} }]),
  ),
  quizDraws: new Map(),
});

const plain = (rich: ShownExercise["ask"]): string =>
  rich.map((part) => (part.kind === "text" ? part.text : "")).join("");

/** Answers as somebody who knows the bank, or as somebody who has it all wrong. */
export const answerTo = (shown: ShownExercise, right = true): Answer => {
  if (shown.kind === "choose") {
    const isRight = (one: { readonly text: ShownExercise["ask"] }) => secret.has(plain(one.text));
    const pick = shown.options.find((option) => isRight(option) === right);
    return { kind: "choose", picked: pick ? [pick.id] : [], because: [] };
  }
  if (shown.kind === "sort") {
    const groupOf = shown.cards.map(({ id, text: says }) => {
      const isYes = secret.has(`${plain(says)} in yes`);
      return [id, isYes === right ? "yes" : "no"];
    });
    return { kind: "sort", groupOf: Object.fromEntries(groupOf) };
  }
  throw new Error(`no answer to ${shown.kind}`);
};
