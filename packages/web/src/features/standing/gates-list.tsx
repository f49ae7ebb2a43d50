import type { StandingView } from "@checkride/api/standing";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Pill } from "../../design/pill.tsx";
import { Section } from "../../design/section.tsx";
import "./requirements-table.css";
import { countWord } from "../../design/count-word.ts";
import { concerns, type Gate, isOpen, onlyWarns } from "./standing-facts.ts";
import { capital } from "./words.ts";

const Answer = ({ gate }: { readonly gate: Gate }) => {
  if (isOpen(gate)) {
    return (
      <Pill tone="current" glyph="●">
        Open
      </Pill>
    );
  }
  if (onlyWarns(gate)) {
    return (
      <Pill tone="due" glyph="◔">
        {gate.mode === "warn" ? "Warns" : "Watches"}
      </Pill>
    );
  }
  return (
    <Pill tone="lapsed" glyph="✕">
      Closed
    </Pill>
  );
};

const whyOf = (gate: Gate): string => {
  const against = gate.reasons.filter((reason) => reason.code !== "holds");
  const says = (against.length > 0 ? against : gate.reasons).map((reason) => reason.says).join(" ");
  if (!onlyWarns(gate)) return says;
  return `${says} It lets you pass for now and ${gate.mode === "warn" ? "warns" : "only takes note"}.`;
};

const columns: readonly Column<Gate>[] = [
  {
    key: "gate",
    title: "Gate",
    isRowHeader: true,
    cell: (gate) => (
      <>
        {gate.title}
        <br />
        <code className="gate-id">{gate.gate}</code>
      </>
    ),
  },
  { key: "answer", title: "To you", cell: (gate) => <Answer gate={gate} /> },
  { key: "why", title: "Because", cell: whyOf },
];

/** Gates that ask for what is not asked of this person: there if they look for them, never in the way. */
const Others = ({ gates }: { readonly gates: readonly Gate[] }) =>
  gates.length === 0 ? null : (
    <details className="gates-others">
      <summary>
        {gates.length === 1
          ? "One more gate is"
          : `${capital(countWord(gates.length))} more gates are`}{" "}
        not part of what is asked of you
      </summary>
      <ul>
        {gates.map((gate) => (
          <li key={gate.gate}>
            <b>{gate.title}</b> <code>{gate.gate}</code>{" "}
            {gate.reasons
              .filter((reason) => reason.code !== "holds")
              .map((reason) => reason.says)
              .join(" ")}
          </li>
        ))}
      </ul>
    </details>
  );

type GatesListProps = {
  readonly gates: readonly Gate[];
  readonly standings: readonly StandingView[];
};

export const GatesList = ({ gates, standings }: GatesListProps) => {
  if (gates.length === 0) return null;
  const mine = gates.filter((gate) => concerns(gate, standings));
  const open = mine.filter(isOpen).length;
  return (
    <Section
      title="Gates"
      aside={mine.length > 0 ? `${open} of ${mine.length} open to you` : undefined}
    >
      {mine.length > 0 ? (
        <DataTable
          caption="Gates and whether they are open to you"
          rows={mine.toSorted((a, b) => Number(isOpen(a)) - Number(isOpen(b)))}
          keyOf={(gate) => gate.gate}
          columns={columns}
        />
      ) : null}
      <Others gates={gates.filter((gate) => !mine.includes(gate))} />
    </Section>
  );
};
