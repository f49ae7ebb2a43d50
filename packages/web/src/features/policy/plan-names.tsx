import type { PolicyPlan } from "@checkride/api/policy";
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

export const PlanNames = ({ named, affected, now }: PlanNamesProps) => {
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
  return (
    <Section
      title="Who"
      aside={
        named.length < affected
          ? `the first ${named.length} of ${affected.toLocaleString("en-GB")}`
          : null
      }
    >
      <DataTable
        caption="People affected"
        columns={columns}
        rows={named}
        keyOf={({ person }) => person}
      />
    </Section>
  );
};
