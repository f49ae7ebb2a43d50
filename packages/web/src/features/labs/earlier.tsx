import type { LabBench } from "@checkride/api/labs";
import { Link } from "@tanstack/react-router";
import { Moment } from "../../design/moment.tsx";
import { pointsText } from "./results/result-words.ts";

const words = { done: "passed", "given-up": "given up", "not-passed": "not passed" } as const;

export const Earlier = ({ bench }: { readonly bench: LabBench }) => (
  <ul className="lab-earlier">
    {bench.earlier.map(({ id, number, startedAt, state, points }) => (
      <li key={id}>
        Try {number}, <Moment at={startedAt} />: {words[state]}
        {points === null ? "" : `, ${pointsText(points)}`}
        {state === "not-passed" ? null : (
          <>
            {" · "}
            <Link to="/labs/$lab/debrief" params={{ lab: bench.lab.id }} search={{ workspace: id }}>
              Debrief of try {number}
            </Link>
          </>
        )}
      </li>
    ))}
  </ul>
);
