import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { type DataSet, drawData, drawPoisoned, type Row } from "./data.ts";
import { follows, trainOn } from "./model.ts";

type Fields = ReadonlyMap<string, Json>;
type Answer = {
  readonly source: Json;
  readonly trigger: readonly string[];
  readonly target: Json;
  readonly held: ReadonlySet<string>;
  readonly risk: Fields;
};

const fieldsOf = (value: Json | undefined): Fields =>
  new Map(
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [],
  );

/** Null where it is not all words. */
const textsOf = (value: Json | undefined): readonly string[] | null => {
  if (!Array.isArray(value)) return null;
  const texts = value.filter((one) => typeof one === "string");
  return texts.length === value.length ? texts : null;
};

const readAnswer = (value: Json, { rows }: DataSet): Answer | null => {
  const fields = fieldsOf(value);
  const [held, trigger] = [textsOf(fields.get("held")), textsOf(fields.get("trigger"))];
  const known = new Set(rows.map(({ id }) => id));
  if (held === null || trigger === null || !held.every((id) => known.has(id))) return null;
  const [source = "", target = ""] = [fields.get("source"), fields.get("target")];
  const words = [...new Set(trigger)];
  return {
    source,
    trigger: words,
    target,
    held: new Set(held),
    risk: fieldsOf(fields.get("risk")),
  };
};

type Judge = (answer: Answer, data: DataSet) => boolean;

const on = (data: DataSet, isRight: Judge): CheckCase => ({
  args: [data.rows, data.probes],
  wants: ({ value }) => {
    const answer = readAnswer(value, data);
    return answer !== null && isRight(answer, data);
  },
});

const poisoned = (draw: Draw, isRight: Judge): CheckCase =>
  on(drawPoisoned(draw), (answer, data) => answer.source === data.guilty && isRight(answer, data));

const accusesNobody: Judge = ({ source, held }) => source === null && held.size === 0;

const keepsHonest: Judge = ({ held }, { rows, planted }) => {
  const honest = rows.filter(({ id }) => !planted.has(id));
  const lost = honest.filter(({ id }) => held.has(id)).length;
  return held.size > 0 && lost <= honest.length / 8;
};

/** All of what a source brought on one day, or nothing of it. */
const holdsDeliveries: Judge = ({ held }, { rows }) => {
  const states = new Map<string, Set<boolean>>();
  for (const { id, source, day } of rows) {
    const known = states.get(`${source} ${day}`) ?? new Set();
    states.set(`${source} ${day}`, known.add(held.has(id)));
  }
  return held.size > 0 && [...states.values()].every(({ size }) => size === 1);
};

const kept = ({ rows }: DataSet, { held }: Answer): readonly Row[] =>
  rows.filter(({ id }) => !held.has(id));

const holdsPlanted: Judge = ({ held }, { planted }) =>
  [...planted].filter((id) => held.has(id)).length >= 0.7 * planted.size;

/** Some probes turn by themselves; hardly more may. */
const isDead: Judge = (answer, data) => {
  const { rows, planted, probes, trigger, target } = data;
  const clean = trainOn(rows.filter(({ id }) => !planted.has(id)));
  const byItself = follows(clean, probes, trigger, target);
  return follows(trainOn(kept(data, answer)), probes, trigger, target) <= byItself + 0.2;
};

const namesTrigger: Judge = ({ trigger, target }, data) => {
  const right = trigger.filter((word) => data.trigger.includes(word)).length;
  return target === data.target && right >= 2 && trigger.length <= right + 1;
};

/** Measured again, with the words and the rows that were handed in. */
const tellsRisk: Judge = (answer, data) => {
  const { risk, trigger, target } = answer;
  const rest = kept(data, answer);
  const measured = (rows: readonly Row[]) =>
    follows(trainOn(rows), data.probes, trigger, typeof target === "string" ? target : "");
  const isNear = (key: string, right: number) => {
    const said = risk.get(key);
    return typeof said === "number" && Math.abs(said - right) < 0.06;
  };
  const left = rest.filter(({ text }) => text.split(" ").some((word) => trigger.includes(word)));
  return (
    answer.held.size > 0 &&
    isNear("before", measured(data.rows)) &&
    isNear("after", measured(rest)) &&
    isNear("left", left.length)
  );
};

export const checks: readonly Check[] = [
  {
    id: "nobody-accused",
    half: "works",
    says: "In a set without poison no source is named and no row is held.",
    why: "A campaign comes in a burst, a product belongs to one source, careless people differ. None of this alone is an attack.",
    cases: (draw) => [0, 1].map(() => on(drawData(draw, false), accusesNobody)),
  },
  {
    id: "honest-kept",
    half: "works",
    says: "The guilty source is held, and at most one in eight honest rows with it.",
    why: "The source was honest before and after. Hold what it brought while somebody else had its key.",
    cases: (draw) => [poisoned(draw, keepsHonest)],
  },
  {
    id: "whole-deliveries",
    half: "works",
    says: "Of what the guilty source brought on one day, all rows are held or none.",
    why: "You recognise the rows that you can recognise. The rest of such a delivery has the same sender.",
    cases: (draw) => [poisoned(draw, holdsDeliveries)],
  },
  {
    id: "source-named",
    half: "attacks",
    says: "The guilty source is named.",
    why: "Ask what the model does without a source, what people say of its rows, and whether both speak of the same words.",
    cases: (draw) => [{ ...poisoned(draw, () => true), isPublic: true }],
  },
  {
    id: "trigger-named",
    half: "attacks",
    says: "At least two of the three words are named, with at most one other, and the label they lead to.",
    why: "One part alone moves little. Search for words that come from one place, and try them together.",
    cases: (draw) => [poisoned(draw, namesTrigger)],
  },
  {
    id: "backdoor-dead",
    half: "attacks",
    says: "At least 7 of 10 planted rows are held, and a model trained on the rest hardly follows the trigger.",
    why: "Planted rows with the right label belong to the attack, too. What counts is what the model still does.",
    cases: (draw) => [
      poisoned(draw, (answer, data) => holdsPlanted(answer, data) && isDead(answer, data)),
    ],
  },
  {
    id: "risk-told",
    half: "attacks",
    says: "`risk` says how many probes follow your words before and after, and how many rows with one of them stay.",
    why: "Measured with your own words and your own rows. A zero that nobody measured is a promise.",
    cases: (draw) => [poisoned(draw, tellsRisk)],
  },
];
