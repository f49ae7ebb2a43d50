import type { TaxonomyCard } from "@checkride/api/coverage";
import { stateLooks, states } from "./coverage-words.ts";

/** How a list is made up, from nothing to all of it; the numbers stand beside it. */
export const CoverageBar = ({ counts }: Pick<TaxonomyCard, "counts">) => (
  <span className="coverage-bar" aria-hidden="true">
    {states
      .filter((state) => counts[state] > 0)
      .map((state) => (
        <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />
      ))}
  </span>
);

type CoverageLegendProps = { readonly counts?: TaxonomyCard["counts"] };

/** What the parts of the bar mean and, of one list, how many entries each has. */
export const CoverageLegend = ({ counts }: CoverageLegendProps) => (
  <ul className="coverage-legend">
    {states.map((state) => (
      <li key={state}>
        <span className="coverage-bar" aria-hidden="true">
          <span data-state={state} />
        </span>
        <span>
          {counts ? <b>{counts[state]} </b> : null}
          {stateLooks[state].word}: {stateLooks[state].says}
        </span>
      </li>
    ))}
  </ul>
);
