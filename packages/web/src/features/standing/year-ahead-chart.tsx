import type { StandingView } from "@checkride/api/standing";
import { DataTable } from "../../design/data-table.tsx";
import { Moment } from "../../design/moment.tsx";
import { Section } from "../../design/section.tsx";
import { type YearSpan, yearAhead } from "./year-ahead.ts";
import "./year-ahead-chart.css";

const percent = (share: number): string => `${share * 100}%`;

const Span = ({ span, today }: { readonly span: YearSpan; readonly today: number }) => (
  <div className="year-row">
    <div className="year-name">
      <b>{span.title}</b> <span>{span.says}</span>
    </div>
    <div className="year-track">
      <span className="year-now" style={{ left: percent(today) }} />
      {span.to > span.from ? (
        <span
          className="year-span"
          data-kind={span.kind}
          data-tone={span.tone}
          data-goes-on={span.goesOn || undefined}
          style={{ left: percent(span.from), width: percent(span.to - span.from) }}
        />
      ) : null}
      {span.graceTo === null ? null : (
        <span
          className="year-span"
          data-kind="grace"
          data-tone={span.tone}
          style={{ left: percent(span.to), width: percent(span.graceTo - span.to) }}
        />
      )}
    </div>
  </div>
);

const Numbers = ({ standings }: { readonly standings: readonly StandingView[] }) => (
  <details className="year-numbers">
    <summary>The same as a table</summary>
    <DataTable
      caption="When each certificate ends or is due"
      rows={standings}
      keyOf={(row) => row.certificate}
      columns={[
        { key: "title", title: "Certificate", isRowHeader: true, cell: (row) => row.title },
        {
          key: "due",
          title: "To be earned by",
          cell: (row) =>
            row.holds || row.dueBy === null ? "—" : <Moment as="iso" at={row.dueBy} />,
        },
        {
          key: "valid",
          title: "Valid until",
          cell: (row) => (row.validUntil === null ? "—" : <Moment as="iso" at={row.validUntil} />),
        },
        {
          key: "holds",
          title: "Opens gates until",
          cell: (row) => (row.holdsUntil === null ? "—" : <Moment as="iso" at={row.holdsUntil} />),
        },
      ]}
    />
  </details>
);

type YearAheadChartProps = {
  readonly standings: readonly StandingView[];
  readonly now: string;
};

/** How far each certificate reaches, month by month; nothing of it is only in the picture. */
export const YearAheadChart = ({ standings, now }: YearAheadChartProps) => {
  const year = yearAhead(standings, now);
  return (
    <Section title="The year ahead" aside="in months; refreshers come to you">
      <figure className="year" aria-label="How far each certificate reaches in the coming year">
        <div className="year-top" aria-hidden="true">
          <span style={{ left: percent(year.today) }}>today</span>
        </div>
        {year.spans.map((span) => (
          <Span key={span.certificate} span={span} today={year.today} />
        ))}
        <div className="year-axis" aria-hidden="true">
          {year.months.map((month) => (
            <span key={month.at} className="year-month" style={{ left: percent(month.share) }}>
              {month.label}
            </span>
          ))}
        </div>
      </figure>
      <ul className="year-key">
        <li>
          <i data-kind="today" /> today
        </li>
        {year.spans.some((span) => span.kind === "held") ? (
          <li>
            <i data-kind="held" /> counts
          </li>
        ) : null}
        {year.spans.some((span) => span.graceTo !== null) ? (
          <li>
            <i data-kind="grace" /> grace: still opens gates
          </li>
        ) : null}
        {year.spans.some((span) => span.kind === "open") ? (
          <li>
            <i data-kind="open" /> time to earn it
          </li>
        ) : null}
      </ul>
      <Numbers standings={standings} />
    </Section>
  );
};
