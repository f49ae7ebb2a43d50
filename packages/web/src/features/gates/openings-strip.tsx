import { Link } from "@tanstack/react-router";
import { useQueryAnswer } from "../../shell/query.ts";
import { openingWords } from "./gate-page-words.ts";

const askAgainMs = 30_000;

/** A gate that is open by hand, or waits for a second person, is seen on every page. */
export const OpeningsStrip = () => {
  const ask = (state: "open" | "asked") => ({ query: { state, limit: 5 } });
  const options = { refetchMs: askAgainMs };
  const open = useQueryAnswer("GET /api/gate-openings", ask("open"), options);
  const asked = useQueryAnswer("GET /api/gate-openings", ask("asked"), options);
  return [...(open.value?.items ?? []), ...(asked.value?.items ?? [])].map((opening) => (
    <div key={opening.id} className="strip" data-tone="warning">
      <span className="strip-mark">{opening.state === "open" ? "Open by hand" : "Asked"}</span>
      <span>
        {opening.gate}: {openingWords(opening)}
      </span>
      <Link to="/gates/$gate" params={{ gate: opening.gate }}>
        Look at it
      </Link>
    </div>
  ));
};
