import { type Column, DataTable } from "../../design/data-table.tsx";
import { Pill } from "../../design/pill.tsx";
import { Section } from "../../design/section.tsx";
import "./requirements-table.css";
import { concerns, type Gate, isOpen, onlyWarns } from "./standing-facts.ts";

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

export const GatesList = ({ gates }: { readonly gates: readonly Gate[] }) => {
  const mine = gates.filter(concerns);
  if (mine.length === 0) return null;
  const open = mine.filter(isOpen).length;
  return (
    <Section title="Gates" aside={`${open} of ${mine.length} open to you`}>
      <DataTable
        caption="Gates and whether they are open to you"
        rows={mine.toSorted((a, b) => Number(isOpen(a)) - Number(isOpen(b)))}
        keyOf={(gate) => gate.gate}
        columns={columns}
      />
    </Section>
  );
};
