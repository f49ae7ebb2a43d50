import { countedPasses, labSeries } from "@checkride/rules/labs/lab-series";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { readSeriesPasses } from "./series-store.ts";

/** What a further pass of a lab completes: called in its transaction, so that both are there or neither. */
export const passSeries = async (
  tx: Database,
  person: string,
  lab: string,
  now: Date,
): Promise<void> => {
  for (const series of labSeries.filter((one) => one.lab === lab)) {
    const counted = countedPasses(series, await readSeriesPasses(tx, series, person));
    if (counted.length < series.variants) continue;
    const body = {
      activity: series.assessment,
      lab,
      score: Math.min(...counted.map(({ score }) => score)),
      passes: counted.map(({ evidence }) => evidence),
    };
    const fact = { kind: "activity.passed", person, actor: person, body };
    await appendEvidence(tx, [{ ...fact, at: now }]);
  }
};

/** How many variants count so far, by the assessment that they lead to. */
export const seriesOf = async (
  db: Database,
  person: string,
): Promise<ReadonlyMap<string, number>> => {
  const counts = await Promise.all(
    labSeries.map(async (series) => {
      const counted = countedPasses(series, await readSeriesPasses(db, series, person));
      return [series.assessment, counted.length] as const;
    }),
  );
  return new Map(counts);
};
