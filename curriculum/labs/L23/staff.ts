import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { seededRandom } from "@checkride/rules/seeded-random";

type Host = NonNullable<CheckCase["host"]>;

export type Row = {
  readonly person: string;
  readonly team: string;
  readonly days: number;
  readonly balance: number;
};

export type Query =
  | { readonly kind: "count"; readonly where: Where }
  | { readonly kind: "sum"; readonly field: "days" | "balance"; readonly where: Where };

type Where = { readonly team?: string };

const limits = { days: [0, 30], balance: [-40, 10] } as const;

export const teams = ["Leeds", "Bern", "Graz"] as const;

/** Everybody in one team has several notes, and one of them has very many. */
export const drawRows = (draw: Draw, people = draw.whole(7, 10)): readonly Row[] =>
  Array.from({ length: people }, (_, at) => {
    const person = draw.word(6);
    const team = teams[at % 3] ?? "Leeds";
    const notes = at === 0 ? 12 : draw.whole(2, 4);
    return Array.from({ length: notes }, () => ({
      person,
      team,
      days: draw.whole(4, 14),
      balance: draw.whole(-25, 12),
    }));
  }).flat();

const rowsOf = (rows: readonly Row[], { team }: Where) =>
  rows.filter((row) => team === undefined || row.team === team);

/** What one person contributes is added up first and clamped then. */
export const exactOf = (rows: readonly Row[], query: Query): number => {
  const found = rowsOf(rows, query.where);
  const people = new Set(found.map(({ person }) => person));
  if (query.kind === "count") return people.size;
  const [low, high] = limits[query.field];
  const { field } = query;
  const own = (name: string) => found.filter(({ person }) => person === name);
  const sums = [...people].map((name) => own(name).reduce((sum, row) => sum + row[field], 0));
  return sums.reduce((sum, one) => sum + Math.min(Math.max(one, low), high), 0);
};

export const reachOf = (query: Query): number =>
  query.kind === "count" ? 1 : Math.max(...limits[query.field].map(Math.abs));

const pageSize = 512;

/** What the secure source gives: the same for the same batch, if one asks from its beginning. */
const uniforms = (seed: string, batch: string, page: number): Json => {
  if (batch === "zeros" && page === 0) return [0, 0, 0];
  const random = seededRandom(`${seed} ${batch} ${page}`);
  // One in each of 512 equal parts, mixed: fewer answers then say as much about the noise.
  const parts = Array.from({ length: pageSize }, (_, at) => ({
    u: (at + random()) / pageSize,
    place: random(),
  }));
  return parts.toSorted((a, b) => a.place - b.place).map(({ u }) => u);
};

export const sourceOf =
  (seed: string): Host =>
  (name, [batch, page]) =>
    name === "uniforms"
      ? { ok: true, value: uniforms(seed, String(batch), Number(page)) }
      : { ok: false, error: `there is no ${name} here` };

export type Portal = {
  readonly left: Map<string, number>;
  /** In the order in which it happened: `paid 250 staff`, `read staff`. */
  readonly events: string[];
  readonly host: Host;
};

/** After each look at the budget somebody else pays for an answer, as long as `others` want one. */
export const portalOf = (
  seed: string,
  rows: readonly Row[],
  budgets: Readonly<Record<string, number>>,
  others: readonly number[] = [],
): Portal => {
  const left = new Map(Object.entries(budgets));
  const waiting = [...others];
  const events: string[] = [];
  const source = sourceOf(seed);
  const host: Host = (name, args) => {
    const dataset = String(args[0]);
    const now = left.get(dataset) ?? 0;
    if (name === "rows") {
      events.push(`read ${dataset}`);
      return { ok: true, value: rows.map((row) => ({ ...row })) };
    }
    if (name === "left") {
      const other = waiting.shift();
      if (other !== undefined) left.set(dataset, now - other);
      return { ok: true, value: now };
    }
    if (name !== "change") return source(name, args);
    const [, before, after] = args;
    const fits = before === now && typeof after === "number";
    if (fits) {
      left.set(dataset, after);
      events.push(`paid ${now - after} ${dataset}`);
    }
    return { ok: true, value: fits };
  };
  return { left, events, host };
};

export const queries = (draw: Draw): readonly [Query, Query, Query] => [
  { kind: "count", where: { team: draw.pick(teams) } },
  { kind: "sum", field: "days", where: {} },
  { kind: "sum", field: "balance", where: { team: draw.pick(teams) } },
];
