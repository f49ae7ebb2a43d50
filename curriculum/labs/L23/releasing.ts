import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { drawRows, portalOf, type Query, queries } from "./staff.ts";

type Question = { readonly dataset: string; readonly query: Json; readonly epsilon: Json };

type Released = {
  readonly budgets: Readonly<Record<string, number>>;
  readonly others?: readonly number[];
  readonly questions: readonly Question[];
  /** What each is answered: a number, or a refusal with this word. */
  readonly said: readonly ("number" | { readonly refused: string })[];
  readonly left: Readonly<Record<string, number>>;
  readonly events: readonly string[];
};

const isSaid = (wanted: Released["said"][number], value: Json | undefined): boolean => {
  const fields = Object.entries(value ?? {});
  const [key, content] = fields[0] ?? [];
  if (fields.length !== 1) return false;
  return wanted === "number"
    ? key === "answer" && typeof content === "number"
    : key === "refused" && content === wanted.refused;
};

const releasing = (
  draw: Draw,
  { budgets, others, questions, said, left, events }: Released,
): CheckCase => {
  const portal = portalOf(draw.word(9), drawRows(draw), budgets, others);
  return {
    args: ["release", { questions: questions.map((one) => ({ ...one })) }],
    wants: ({ value }) =>
      Array.isArray(value) &&
      value.length === said.length &&
      said.every((wanted, at) => isSaid(wanted, value[at])) &&
      Object.entries(left).every(([dataset, rest]) => portal.left.get(dataset) === rest) &&
      events.join("\n") === portal.events.join("\n"),
    host: portal.host,
  };
};

const paid = (dataset: string, ...epsilons: readonly number[]): readonly string[] =>
  epsilons.flatMap((epsilon) => [`paid ${epsilon} ${dataset}`, `read ${dataset}`]);

const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

export const answered = (draw: Draw): readonly CheckCase[] => {
  const [count, days, balance] = queries(draw);
  const dataset = draw.word(6);
  const each = draw.whole(100, 200);
  const ask = (query: Query, epsilon: number): Question => ({ dataset, query, epsilon });
  const first = {
    dataset: "staff",
    query: { kind: "count", where: { team: "Leeds" } },
    epsilon: 500,
  };
  return [
    {
      ...releasing(draw, {
        budgets: { staff: 1000 },
        questions: [first],
        said: ["number"],
        left: { staff: 500 },
        events: paid("staff", 500),
      }),
      isPublic: true,
    },
    releasing(draw, {
      budgets: { [dataset]: 3 * each, other: 70 },
      questions: [ask(count, each), ask(days, each), ask(balance, each)],
      said: times(3, "number"),
      left: { [dataset]: 0, other: 70 },
      events: paid(dataset, each, each, each),
    }),
    releasing(draw, {
      budgets: { [dataset]: 10_001 },
      questions: [ask(days, 10_000), ask(count, 1)],
      said: times(2, "number"),
      left: { [dataset]: 0 },
      events: paid(dataset, 10_000, 1),
    }),
  ];
};

export const usedUp = (draw: Draw): readonly CheckCase[] => {
  const [count, days] = queries(draw);
  const dataset = draw.word(6);
  const each = draw.whole(100, 200);
  const budget = { refused: "budget" };
  const same = { dataset, query: count, epsilon: each };
  return [
    releasing(draw, {
      budgets: { [dataset]: 3 * each + 99 },
      questions: [...times(5, same), { dataset: "other", query: count, epsilon: each }],
      said: [...times<"number">(3, "number"), budget, budget, budget],
      left: { [dataset]: 99 },
      events: paid(dataset, each, each, each),
    }),
    releasing(draw, {
      budgets: { [dataset]: each, other: 500 },
      questions: [
        { dataset, query: days, epsilon: each + 1 },
        { dataset: "other", query: days, epsilon: 400 },
      ],
      said: [budget, "number"],
      left: { [dataset]: each, other: 100 },
      events: paid("other", 400),
    }),
  ];
};

export const together = (draw: Draw): readonly CheckCase[] => {
  const [count, days] = queries(draw);
  const dataset = draw.word(6);
  const each = draw.whole(100, 200);
  const one = { dataset, query: draw.pick([count, days]), epsilon: each };
  return [
    releasing(draw, {
      budgets: { [dataset]: 1000 },
      others: [50, 60, 70, 80],
      questions: [one],
      said: ["number"],
      left: { [dataset]: 1000 - 260 - each },
      events: paid(dataset, each),
    }),
    releasing(draw, {
      budgets: { [dataset]: each + 30 },
      others: [31],
      questions: [one],
      said: [{ refused: "budget" }],
      left: { [dataset]: each - 1 },
      events: [],
    }),
  ];
};

export const oddQuestions = (draw: Draw): readonly CheckCase[] => {
  const [count] = queries(draw);
  const dataset = draw.word(6);
  const epsilons = [0, -250, -draw.whole(1, 99), 0.5, 10_001, 1e300, true, "250", null, [250]];
  const odd: readonly Json[] = [
    { kind: "max", field: "days", where: {} },
    { kind: "rows", where: {} },
    { kind: "sum", field: "person", where: {} },
    { kind: "sum", where: {} },
    { where: {} },
  ];
  const refusing = (questions: readonly Question[], refused: string): CheckCase =>
    releasing(draw, {
      budgets: { [dataset]: 900 },
      questions,
      said: questions.map(() => ({ refused })),
      left: { [dataset]: 900 },
      events: [],
    });
  return [
    ...epsilons.map((epsilon) => refusing([{ dataset, query: count, epsilon }], "epsilon")),
    ...odd.map((query) => refusing([{ dataset, query, epsilon: 100 }], "query")),
  ];
};
