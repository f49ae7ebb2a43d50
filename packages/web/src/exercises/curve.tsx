import { DataTable } from "../design/data-table.tsx";
import { rangeOf, short, ticks } from "./curve-scale.ts";

type CurveLine = {
  readonly id: string;
  readonly title: string;
  readonly unit: string | null;
  readonly at: (x: number) => number;
};

type CurveProps = {
  readonly title: string;
  readonly axis: { readonly title: string; readonly unit: string | null };
  readonly xs: readonly number[];
  readonly lines: readonly CurveLine[];
  /** Where the slider stands. */
  readonly now: number;
};

const size = { width: 640, height: 280 } as const;
const plot = { left: 72, right: 24, top: 14, bottom: 60 } as const;

const withUnit = (title: string, unit: string | null): string =>
  unit === null ? title : `${title} (${unit})`;

const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points
    .filter(([, y]) => Number.isFinite(y))
    .map(([x, y], place) => `${place === 0 ? "M" : "L"} ${x.toFixed(1)} ${y.toFixed(1)}`)
    .join(" ");

type Scales = { readonly x: (value: number) => number; readonly y: (value: number) => number };

const Axes = ({
  x,
  y,
  xTicks,
  yTicks,
}: Scales & { readonly xTicks: readonly number[]; readonly yTicks: readonly number[] }) => (
  <>
    {yTicks.map((tick) => (
      <g key={tick} className="curve-tick">
        <line x1={plot.left} x2={size.width - plot.right} y1={y(tick)} y2={y(tick)} />
        <text x={plot.left - 8} y={y(tick) + 4} textAnchor="end">
          {short(tick)}
        </text>
      </g>
    ))}
    {xTicks.map((tick) => (
      <text
        key={tick}
        className="curve-x"
        x={x(tick)}
        y={size.height - plot.bottom + 24}
        textAnchor="middle"
      >
        {short(tick)}
      </text>
    ))}
  </>
);

const Numbers = ({ title, axis, xs, lines }: Omit<CurveProps, "now">) => (
  <details className="curve-numbers">
    <summary>The numbers</summary>
    <DataTable
      caption={title}
      whenNarrow="scroll"
      rows={xs.filter((_, place) => place % 4 === 0)}
      keyOf={(row) => String(row)}
      columns={[
        {
          key: "x",
          title: withUnit(axis.title, axis.unit),
          isRowHeader: true,
          cell: (row) => short(row),
        },
        ...lines.map((line) => ({
          key: line.id,
          title: withUnit(line.title, line.unit),
          align: "end" as const,
          cell: (row: number) => short(line.at(row)),
        })),
      ]}
    />
  </details>
);

/** Results over one slider while the others stay where they are; the same numbers as a table below. */
export const Curve = ({ title, axis, xs, lines, now }: CurveProps) => {
  const [first = 0, last = 1] = [xs[0], xs.at(-1)];
  const values = lines.map((line) => xs.map((at) => [at, line.at(at)] as const));
  const [low, high] = rangeOf(values.flat().map(([, value]) => value));
  const inner = {
    width: size.width - plot.left - plot.right,
    height: size.height - plot.top - plot.bottom,
  };
  const x = (value: number) => plot.left + ((value - first) / (last - first || 1)) * inner.width;
  const y = (value: number) => plot.top + (1 - (value - low) / (high - low)) * inner.height;
  const units = [...new Set(lines.map((line) => withUnit(line.title, line.unit)))].join(", ");
  return (
    <figure className="curve">
      <figcaption>
        <b>{title}</b>
        <span>{units}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`${title}. The numbers are in the table below.`}
      >
        <Axes x={x} y={y} xTicks={ticks(first, last, 6)} yTicks={ticks(low, high, 4)} />
        <line
          className="curve-now"
          x1={x(now)}
          x2={x(now)}
          y1={plot.top}
          y2={size.height - plot.bottom}
        />
        {values.map((points, place) => (
          <path
            key={lines[place]?.id}
            className="curve-line"
            data-place={place}
            d={pathOf(points.map(([at, value]) => [x(at), y(value)]))}
          />
        ))}
        {lines.map((line) =>
          Number.isFinite(line.at(now)) ? (
            <circle key={line.id} className="curve-point" cx={x(now)} cy={y(line.at(now))} r="5" />
          ) : null,
        )}
        <text
          className="curve-axis"
          x={plot.left + inner.width / 2}
          y={size.height - 6}
          textAnchor="middle"
        >
          {withUnit(axis.title, axis.unit)}
        </text>
      </svg>
      <Numbers title={title} axis={axis} xs={xs} lines={lines} />
    </figure>
  );
};
