import type { TaxonomyPreview } from "@checkride/api/coverage";
import { Section } from "../../design/section.tsx";

type NamedEntry = { readonly id: string; readonly name: string };

const List = ({
  title,
  says,
  entries,
}: {
  readonly title: string;
  readonly says: string;
  readonly entries: readonly NamedEntry[];
}) =>
  entries.length === 0 ? null : (
    <Section title={title} aside={`${entries.length}`}>
      <p>{says}</p>
      <ul className="coverage-entries">
        {entries.map(({ id, name }) => (
          <li key={id}>
            <span className="mono">{id}</span>
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </Section>
  );

/** What is new, then what is open: that is the work that a new edition brings. */
export const PreviewLists = ({ preview }: { readonly preview: TaxonomyPreview }) => (
  <>
    <List title="New" says="Not in the edition before." entries={preview.added} />
    <List
      title="Open"
      says="Nothing teaches these and nobody has decided on them."
      entries={preview.uncovered}
    />
    <List
      title="Renamed"
      says="The id stays, so that what teaches it stays with it."
      entries={preview.renamed.map(({ id, from, to }) => ({ id, name: `${from} → ${to}` }))}
    />
    <List title="Gone" says="No longer in the list." entries={preview.gone} />
  </>
);
