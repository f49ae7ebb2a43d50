import type { PolicyPlan } from "@checkride/api/policy";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Section } from "../../design/section.tsx";
import { whenWords } from "./plan-sentence.ts";

type Named = NonNullable<PolicyPlan["named"]>[number];
type NamedChange = Named["changes"][number];

const effects: Readonly<Record<NamedChange["effect"], string>> = {
  gains: "+ gains",
  loses: "− loses",
  "newly-asked": "is newly asked for",
  "no-longer-asked": "is no longer asked for",
  "state-changes": "changes in",
};

const words = ({ from, to, effect, title, when }: NamedChange, now: string): string => {
  const detail = effect === "state-changes" ? ` from ${from} to ${to}` : "";
  return `${effects[effect]} ${title}${detail} ${whenWords(when, now)}`;
};

type PlanNamesProps = {
  readonly named: readonly Named[];
  readonly affected: number;
  readonly now: string;
};

const firstShown = 50;

export const PlanNames = ({ named, affected, now }: PlanNamesProps) => {
  const [showsAll, setShowsAll] = useState(false);
  // Who is affected without a change to name keeps what they have, only for another time.
  const changed = named.filter(({ changes }) => changes.length > 0);
  const shown = showsAll ? changed : changed.slice(0, firstShown);
  const columns: readonly Column<Named>[] = [
    { key: "name", title: "Person", isRowHeader: true, cell: ({ name }) => name },
    { key: "team", title: "Team", cell: ({ team }) => team ?? "–" },
    {
      key: "changes",
      title: "What changes, and when",
      cell: ({ changes }) => (
        <ul className="plan-changes">
          {changes.map((change) => (
            <li key={`${change.what} ${change.id} ${change.effect}`} data-effect={change.effect}>
              {words(change, now)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  if (changed.length === 0) return null;
  return (
    <Section
      title="Who"
      aside={
        named.length < affected
          ? `among the first ${named.length} of ${affected.toLocaleString("en-GB")} affected`
          : `${changed.length.toLocaleString("en-GB")} who gain, lose or are asked`
      }
    >
      <DataTable
        caption="People who gain, lose or are asked"
        columns={columns}
        rows={shown}
        keyOf={({ person }) => person}
      />
      {shown.length < changed.length ? (
        <div className="policy-deeds">
          <Button onPress={() => setShowsAll(true)}>Show all {changed.length}</Button>
        </div>
      ) : null}
    </Section>
  );
};
