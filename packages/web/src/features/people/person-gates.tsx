import type { PersonStanding } from "@checkride/api/standing";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Pill } from "../../design/pill.tsx";
import { Section } from "../../design/section.tsx";
import { Remedies } from "./remedies.tsx";

type Gate = PersonStanding["gates"][number];

const Outcome = ({ gate: { outcome, enforced } }: { readonly gate: Gate }) => {
  if (outcome === "allow") {
    return (
      <Pill tone="current" glyph="●">
        Open
      </Pill>
    );
  }
  return enforced ? (
    <Pill tone="lapsed" glyph="✕">
      Closed
    </Pill>
  ) : (
    <Pill tone="due" glyph="◔">
      Would be closed
    </Pill>
  );
};

const columns: readonly Column<Gate>[] = [
  {
    key: "gate",
    title: "Gate",
    isRowHeader: true,
    cell: ({ gate, title }) => (
      <div className="person-certificate">
        {title}
        <code>{gate}</code>
      </div>
    ),
  },
  {
    key: "outcome",
    title: "For this person",
    cell: (gate) => <Outcome gate={gate} />,
  },
  {
    key: "why",
    title: "Why",
    cell: ({ reasons, mode, outcome }) => (
      <>
        {reasons.map(({ says }) => says).join(" ")}
        {outcome === "deny" && mode !== "enforce" ? ` The gate only ${mode}s.` : ""}
      </>
    ),
  },
];

export const PersonGates = ({ gates }: { readonly gates: readonly Gate[] }) => (
  <Section title="Gates" aside="what these certificates open">
    {gates.length === 0 ? (
      <p className="muted">The policy knows no gate.</p>
    ) : (
      <DataTable
        caption="Gates"
        columns={columns}
        rows={gates}
        keyOf={({ gate }) => gate}
        detail={({ remedy, outcome }) =>
          outcome === "allow" || remedy.length === 0 ? (
            <p className="muted">
              {outcome === "allow"
                ? "Nothing is missing."
                : "Nothing that this person can do opens it."}
            </p>
          ) : (
            <Remedies remedies={remedy} />
          )
        }
        detailLabel={({ title }) => `What would open ${title}`}
      />
    )}
  </Section>
);
