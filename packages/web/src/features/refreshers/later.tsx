import type { CadenceStep, Refreshers } from "@checkride/api/refreshers";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Moment } from "../../design/moment.tsx";
import { Pill } from "../../design/pill.tsx";
import { Section } from "../../design/section.tsx";
import { ShareBar } from "../../design/share-bar.tsx";

const cadenceColumns: readonly Column<CadenceStep>[] = [
  {
    key: "title",
    title: "What",
    isRowHeader: true,
    cell: ({ quiz, title }) => (
      <Link to="/quizzes/$quiz" params={{ quiz }}>
        {title}
      </Link>
    ),
  },
  { key: "minutes", title: "Length", cell: ({ minutes }) => `${minutes} min` },
  {
    key: "due",
    title: "When",
    cell: ({ due, dueFrom }) =>
      due ? (
        <Pill tone="due" glyph="◔">
          now
        </Pill>
      ) : (
        <>
          from <Moment as="iso" at={dueFrom} />
        </>
      ),
  },
];

/** Short quizzes that follow a track through its half year. */
export const Cadence = ({ steps }: { readonly steps: readonly CadenceStep[] }) =>
  steps.length === 0 ? null : (
    <Section title="After your tracks">
      <DataTable
        caption="Short quizzes after your tracks"
        columns={cadenceColumns}
        rows={steps}
        keyOf={({ quiz }) => quiz}
      />
    </Section>
  );

type Spot = Refreshers["weakSpots"][number];

const spotColumns: readonly Column<Spot>[] = [
  { key: "title", title: "Area", isRowHeader: true, cell: ({ title }) => title },
  { key: "cards", title: "Questions", cell: ({ cards }) => cards },
  {
    key: "recall",
    title: "Still remembered today, by estimate (0–100 %)",
    cell: ({ recall }) => <ShareBar share={recall} />,
  },
];

export const WeakSpots = ({ spots }: { readonly spots: readonly Spot[] }) =>
  spots.length === 0 ? null : (
    <Section title="What fades first" aside="seen by you alone">
      <DataTable
        caption="Areas by how much of them is likely to be remembered"
        columns={spotColumns}
        rows={spots}
        keyOf={({ competency }) => competency}
      />
    </Section>
  );
