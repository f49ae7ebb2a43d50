import type { CompetencyProfile, CompetencyRow } from "@checkride/api/competencies";
import { Link } from "@tanstack/react-router";
import { levelText } from "../../design/level-words.ts";
import { Moment } from "../../design/moment.tsx";

const Ground = ({ from }: { readonly from: CompetencyRow["from"][number] }) =>
  from.kind === "items" ? (
    <li>
      {from.answers} {from.answers === 1 ? "answer" : "answers"}, the last on{" "}
      <Moment as="iso" at={from.at} />
    </li>
  ) : (
    <li>
      Lab{" "}
      <Link to="/labs/$lab" params={{ lab: from.lab }}>
        {from.title}
      </Link>
      , passed on <Moment as="iso" at={from.at} />
    </li>
  );

/** What a level rests on, and how it was at each assessment. */
export const Grounds = ({
  row,
  tracks,
}: {
  readonly row: CompetencyRow;
  readonly tracks: CompetencyProfile["tracks"];
}) => (
  <div className="grounds">
    <div>
      <p className="grounds-title">Rests on</p>
      {row.from.length === 0 ? (
        <p>nothing yet</p>
      ) : (
        <ul>
          {row.from.map((from) => (
            <Ground key={from.kind === "items" ? "items" : from.evidence} from={from} />
          ))}
        </ul>
      )}
    </div>
    <div>
      <p className="grounds-title">At each assessment</p>
      {row.history.length === 0 ? (
        <p>not asked about yet</p>
      ) : (
        <ol>
          {row.history.map(({ at, level }) => (
            <li key={at}>
              <Moment as="iso" at={at} /> {levelText(level)}
            </li>
          ))}
        </ol>
      )}
    </div>
    <div>
      <p className="grounds-title">Expected by</p>
      <p>
        {tracks
          .filter(({ id }) => row.expectedBy.includes(id))
          .map(({ title }) => title)
          .join(", ") || "none of your tracks"}
      </p>
    </div>
  </div>
);
