import type { ThreatView } from "@checkride/api/coverage";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Pill } from "../../design/pill.tsx";
import { stateLooks } from "./coverage-words.ts";

type Activity = ThreatView["lessons"][number];

const State = ({ state }: Pick<ThreatView, "state">) => {
  const { tone, glyph, word } = stateLooks[state];
  return (
    <Pill tone={tone} glyph={glyph}>
      {word}
    </Pill>
  );
};

const peopleText = ({ people }: ThreatView): string => {
  if (people === null) return "—";
  if (people.hold === null) return "under five exposed";
  return `${people.hold} of ${people.exposed}`;
};

const columns: readonly Column<ThreatView>[] = [
  {
    key: "name",
    title: "Entry",
    isRowHeader: true,
    cell: ({ id, name, parent, kind }) => (
      <>
        {name}
        <span className="coverage-id">
          <span className="mono">{id}</span>
          {kind ? ` · ${kind}` : ""}
          {parent ? ` of ${parent}` : ""}
        </span>
      </>
    ),
  },
  { key: "state", title: "State", cell: ({ state }) => <State state={state} /> },
  { key: "lessons", title: "Lessons", align: "end", cell: ({ lessons }) => lessons.length },
  { key: "labs", title: "Labs", align: "end", cell: ({ labs }) => labs.length },
  { key: "questions", title: "Questions", align: "end", cell: ({ questions }) => questions },
  { key: "people", title: "Hold it, of those exposed", align: "end", cell: peopleText },
];

const ActivityLink = ({ activity }: { readonly activity: Activity }) => {
  const [kind, id = ""] = activity.ref.split("/");
  if (!activity.installed) return <>{activity.title} (not yet installed)</>;
  return kind === "lab" ? (
    <Link to="/labs/$lab" params={{ lab: id }}>
      {activity.title}
    </Link>
  ) : (
    <Link to="/lessons/$lesson" params={{ lesson: id }}>
      {activity.title}
    </Link>
  );
};

const Activities = ({
  title,
  activities,
}: {
  readonly title: string;
  readonly activities: readonly Activity[];
}) =>
  activities.length === 0 ? null : (
    <div>
      <p className="coverage-title">{title}</p>
      <ul>
        {activities.map((activity) => (
          <li key={activity.ref}>
            <ActivityLink activity={activity} />
          </li>
        ))}
      </ul>
    </div>
  );

const Detail = ({ threat }: { readonly threat: ThreatView }) => (
  <div className="coverage-detail">
    <div>
      <p>{threat.summary}</p>
      {threat.decided ? (
        <p>
          <b>{threat.decided.as === "lesson-only" ? "A lesson is enough" : "Not trained here"}:</b>{" "}
          {threat.decided.because}
        </p>
      ) : null}
      {threat.related.length > 0 ? (
        <p className="muted">
          Related: <span className="mono">{threat.related.join(", ")}</span>
        </p>
      ) : null}
      {threat.url ? (
        <p>
          <a href={threat.url} rel="noreferrer" target="_blank">
            At its source
            <span className="hidden-visually"> (opens in a new tab)</span>
          </a>
        </p>
      ) : null}
    </div>
    <Activities title="Lessons" activities={threat.lessons} />
    <Activities title="Labs" activities={threat.labs} />
  </div>
);

export const ThreatTable = ({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly ThreatView[];
}) => (
  <DataTable
    caption={caption}
    columns={columns}
    rows={rows}
    keyOf={({ id }) => id}
    detail={(threat) => <Detail threat={threat} />}
    detailLabel={({ name }) => `More about ${name}`}
  />
);
