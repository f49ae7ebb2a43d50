import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";

/** A step is a cause in few values; a drift says where it was measured, in many. */
type Role =
  | "cause"
  | "step"
  | "shifted"
  | "nothing"
  | "late-answer"
  | "late-nothing"
  | "place"
  | "drift";

type Column = {
  readonly name: string;
  readonly role: Role;
  readonly filled: number;
  readonly reach: number;
};

/** Any of these may be the good one: what is called ticket or site need not be a shortcut. */
const names = [
  "bearing_vibration",
  "oil_temperature",
  "load_last_6h",
  "hours_since_service",
  "ticket_age",
  "site_pressure",
  "camera_firmware",
  "ticket_suffix",
  "hall_humidity",
  "crew_size",
  "cycle_time",
  "floor_height",
] as const;

const rates = { Graz: 0.85, Brno: 0.15, Linz: 0.5 } as const;
const shifts: Readonly<Record<string, number>> = { Graz: 0.9, Brno: 0.9, Linz: -0.9, Kiel: 0.3 };
const codes: Readonly<Record<string, number>> = { Graz: 2, Brno: 0, Linz: 1 };

/** Nearly normal, from the draw alone. */
const spread = (draw: Draw): number =>
  Array.from({ length: 6 }, () => draw.whole(-100, 100) / 100).reduce((sum, one) => sum + one, 0) /
  Math.SQRT2;

const drawColumns = (draw: Draw, roles: readonly Role[]): readonly Column[] => {
  const shuffled = draw.shuffle(names);
  const causes = [1.7, 1.5, 1.4, 1.2, 1.4];
  return draw.shuffle(
    roles.map((role, at) => ({
      name: shuffled[at] ?? "",
      role,
      filled: role.startsWith("late") ? draw.whole(1, 40) : -draw.whole(0, 60),
      reach: causes[at] ?? 0,
    })),
  );
};

const measured = (
  draw: Draw,
  { role, reach }: Column,
  label: number,
  site: string,
  newCode: number,
): number => {
  const noise = spread(draw);
  if (role === "cause") return noise + (label - 0.5) * reach;
  if (role === "step") return Math.max(-2, Math.min(2, Math.round(noise + (label - 0.5) * reach)));
  if (role === "shifted") return noise + (label - 0.5) * reach + (shifts[site] ?? 0);
  if (role === "late-answer") return site === "Kiel" ? 0 : draw.chance(0.96) ? label : 1 - label;
  if (role === "place") return draw.chance(0.04) ? draw.whole(0, 2) : (codes[site] ?? newCode);
  if (role === "drift") return (codes[site] ?? newCode) + noise / 5;
  return noise;
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

type Sample = { readonly row: readonly number[]; readonly label: number; readonly site: string };

const drawSamples = (
  draw: Draw,
  columns: readonly Column[],
  site: string,
  rate: number,
  count: number,
): readonly Sample[] => {
  const newCode = draw.pick([0, 2]);
  return Array.from({ length: count }, () => {
    const label = draw.chance(rate) ? 1 : 0;
    return {
      site,
      label,
      row: columns.map((column) => rounded(measured(draw, column, label, site, newCode))),
    };
  });
};

type Retrained = {
  readonly dropped: readonly Json[];
  readonly weights: ReadonlyMap<string, Json>;
  readonly bias: number;
};

const retrainedOf = ({ value }: Claimed): Retrained => {
  const fields = new Map(Object.entries(value ?? {}));
  const dropped = fields.get("dropped");
  return {
    dropped: Array.isArray(dropped) ? dropped : [],
    weights: new Map(Object.entries(fields.get("weights") ?? {})),
    bias: Number(fields.get("bias")),
  };
};

/** In the new plant nothing has been written yet, and its code says nothing about its presses. */
const accuracyThere = (
  columns: readonly Column[],
  there: readonly Sample[],
  { weights, bias }: Retrained,
): number => {
  const right = there.filter(({ row, label }) => {
    const score = columns.reduce(
      (sum, { name }, at) => sum + Number(weights.get(name) ?? 0) * (row[at] ?? 0),
      bias,
    );
    return (score > 0 ? 1 : 0) === label;
  });
  return right.length / there.length;
};

type Asked = (
  columns: readonly Column[],
  there: readonly Sample[],
  retrained: Retrained,
) => boolean;

const isPlace = ({ role }: Column): boolean => role === "place" || role === "drift";
const isShortcut = (column: Column): boolean => column.role.startsWith("late") || isPlace(column);
const isUseful = ({ role }: Column): boolean =>
  role === "cause" || role === "step" || role === "shifted";

const retraining = (draw: Draw, roles: readonly Role[], wants: Asked): CheckCase => {
  const columns = drawColumns(draw, roles);
  const plants = Object.entries(rates).flatMap(([site, rate]) =>
    drawSamples(draw, columns, site, rate, 50),
  );
  const samples = draw.shuffle(plants);
  const there = drawSamples(draw, columns, "Kiel", 0.5, 300);
  return {
    args: [
      "retrain",
      {
        columns: columns.map(({ name, filled }) => ({ name, filled })),
        rows: samples.map(({ row }) => row),
        labels: samples.map(({ label }) => label),
        sites: samples.map(({ site }) => site),
      },
    ],
    wants: (claimed) => wants(columns, there, retrainedOf(claimed)),
  };
};

const causes: readonly Role[] = ["cause", "cause", "shifted", "cause"];
const isDropped = (
  dropped: readonly Json[],
  weights: Retrained["weights"],
  { name }: Column,
): boolean => dropped.includes(name) && Number(weights.get(name) ?? 0) === 0;

const without =
  (kind: (column: Column) => boolean): Asked =>
  (columns, _, { dropped, weights }) =>
    columns.filter(kind).every((column) => isDropped(dropped, weights, column));

export const usefulKept = (draw: Draw): readonly CheckCase[] => {
  const kept: Asked = (columns, _, { dropped, weights }) =>
    columns
      .filter(isUseful)
      .every(({ name }) => !dropped.includes(name) && Number(weights.get(name) ?? 0) > 0);
  return [
    retraining(draw, causes, kept),
    retraining(draw, [...causes, "step", "nothing"], kept),
    retraining(draw, [...causes, "step", "late-answer", "place"], kept),
  ];
};

export const latePruned = (draw: Draw): readonly CheckCase[] => {
  const isLate = ({ role }: Column): boolean => role.startsWith("late");
  return [
    retraining(draw, [...causes, "late-answer"], without(isLate)),
    retraining(draw, [...causes, "late-answer", "late-nothing", "nothing"], without(isLate)),
  ];
};

export const placePruned = (draw: Draw): readonly CheckCase[] => {
  return [
    retraining(draw, [...causes, "place"], without(isPlace)),
    retraining(draw, [...causes, "drift", "nothing", "late-answer"], without(isPlace)),
    retraining(draw, [...causes, "place", "drift"], without(isPlace)),
  ];
};

export const elsewhere = (draw: Draw): readonly CheckCase[] => {
  const isGood: Asked = (columns, there, retrained) =>
    without(isShortcut)(columns, there, retrained) &&
    accuracyThere(columns, there, retrained) >= 0.8;
  return [
    retraining(draw, [...causes, "late-answer", "place"], isGood),
    retraining(draw, [...causes, "late-answer", "place", "drift", "nothing"], isGood),
  ];
};
