import {
  type Teaching,
  type ThreatCoverage,
  threatCoverage,
} from "@checkride/rules/threat-coverage";
import type { CoverageDeps } from "./deps.ts";
import type { ListInForce } from "./threat-lists.ts";

/** Every lesson and lab of the curriculum in force with the threats that it names. */
const teachingOf = ({ content }: CoverageDeps): readonly Teaching[] =>
  [...content().catalogue.activities.values()].flatMap(({ ref, kind, installed, threats }) =>
    kind === "lesson" || kind === "lab" ? [{ ref, kind, installed, threats }] : [],
  );

export const coverageOf = (
  deps: CoverageDeps,
  { list }: Pick<ListInForce, "list">,
): readonly ThreatCoverage[] =>
  threatCoverage({
    taxonomy: list,
    teaching: teachingOf(deps),
    questions: [...deps.content().items.values()].map(({ threats }) => threats),
    decided: deps.threats().decided,
  });

type StateCounts = Record<ThreatCoverage["state"], number>;

export const countStates = (rows: readonly ThreatCoverage[]): StateCounts => {
  const counts: StateCounts = { practised: 0, taught: 0, planned: 0, decided: 0, open: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
};
