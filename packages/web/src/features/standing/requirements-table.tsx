import type { StandingView } from "@checkride/api/standing";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Moment } from "../../design/moment.tsx";
import { ProgressBar } from "../../design/progress-bar.tsx";
import { StandingPill } from "../../design/standing-pill.tsx";
import { remedyPlace } from "./remedy-place.ts";
import { byUrgency } from "./standing-facts.ts";
import { standingText } from "./standing-text.ts";
import { capital, minutesText, type Remedy, remedyNoun } from "./words.ts";
import "./requirements-table.css";

const columnsFor = (now: string): readonly Column<StandingView>[] => [
  { key: "title", title: "Certificate", isRowHeader: true, cell: (row) => row.title },
  {
    key: "why",
    title: "Why you",
    cell: (row) => (row.required ? row.whyYou.join("; ") : "held, not asked of you"),
  },
  {
    key: "progress",
    title: "Progress",
    cell: (row) => (
      <ProgressBar
        label={`Progress of ${row.title}`}
        done={row.progress.done}
        of={row.progress.of}
      />
    ),
  },
  {
    key: "standing",
    title: "Standing",
    cell: (row) => {
      const text = standingText(row, now);
      return (
        <StandingPill
          state={row.state}
          overdue={row.overdue}
          {...(text === undefined ? {} : { text })}
        />
      );
    },
  },
  {
    key: "until",
    title: "Valid until",
    align: "end",
    cell: (row) => (row.validUntil === null ? "—" : <Moment as="iso" at={row.validUntil} />),
  },
];

const RemedyTitle = ({ remedy }: { readonly remedy: Remedy }) => {
  const place = remedyPlace(remedy);
  return place ? <Link {...place.link}>{remedy.title}</Link> : remedy.title;
};

const Way = ({ standing }: { readonly standing: StandingView }) => {
  if (standing.remedy.length === 0) return null;
  return (
    <div>
      <h3>{standing.holds ? "What renews it" : "What is missing"}</h3>
      <ul>
        {standing.remedy.map((remedy) => (
          <li key={`${remedy.kind} ${remedy.ref}`}>
            <RemedyTitle remedy={remedy} />
            <span className="reasons-more">
              {[
                capital(remedyNoun(remedy)),
                minutesText(remedy.minutes),
                remedy.kind === "certificate" ? null : remedy.ref,
              ]
                .filter((part) => part !== null)
                .join(" · ")}
              {remedy.from ? (
                <>
                  {" "}
                  · helps from <Moment at={remedy.from} />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Reasons = ({ standing }: { readonly standing: StandingView }) => (
  <div className="reasons">
    <div>
      <h3>Why it stands so</h3>
      <ul>
        {standing.because.map((reason) => (
          <li key={`${reason.code} ${reason.says}`}>{reason.says}</li>
        ))}
        {standing.because.length === 0 ? <li>Nothing has been recorded for it yet.</li> : null}
        {standing.dueBy && !standing.holds ? (
          <li>
            To be earned by <Moment at={standing.dueBy} />.
          </li>
        ) : null}
        {standing.holdsUntil && standing.holdsUntil !== standing.validUntil ? (
          <li>
            Opens gates until <Moment at={standing.holdsUntil} />.
          </li>
        ) : null}
      </ul>
    </div>
    <Way standing={standing} />
  </div>
);

type RequirementsTableProps = {
  readonly standings: readonly StandingView[];
  readonly now: string;
};

export const RequirementsTable = ({ standings, now }: RequirementsTableProps) => (
  <DataTable
    caption="Certificates asked of you and held by you"
    rows={byUrgency(standings)}
    keyOf={(row) => row.certificate}
    columns={columnsFor(now)}
    detail={(row) => <Reasons standing={row} />}
    detailLabel={(row) => `Reasons for ${row.title}`}
  />
);
