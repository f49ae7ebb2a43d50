import type { EvidenceRow } from "@checkride/api/evidence";
import { FilterBar } from "../../design/filter-bar.tsx";
import { Select } from "../../design/select.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useSearchParams } from "../../shell/search-params.ts";

type EvidenceFiltersProps = {
  readonly kinds: readonly string[];
  readonly rows: readonly EvidenceRow[];
};

type Option = { readonly value: string; readonly label: string };

/** People of the rows shown, and the one already chosen: names come with rows, there is no other list of them. */
const peopleOptions = (rows: readonly EvidenceRow[], chosen: string): readonly Option[] => {
  const found = new Map(rows.flatMap(({ person }) => (person ? [[person.id, person.name]] : [])));
  const options = [...found]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const missing =
    chosen !== "" && !found.has(chosen) ? [{ value: chosen, label: "the chosen person" }] : [];
  return [{ value: "", label: "Anybody" }, ...missing, ...options];
};

const kindOptions = (kinds: readonly string[], chosen: string): readonly Option[] => [
  { value: "", label: "Any kind" },
  ...[...new Set([...kinds, ...(chosen === "" ? [] : [chosen])])]
    .sort()
    .map((kind) => ({ value: kind, label: kind })),
];

export const EvidenceFilters = ({ kinds, rows }: EvidenceFiltersProps) => {
  const [{ kind = "", person = "", from = "", to = "" }, change] = useSearchParams();
  const isFiltered = [kind, person, from, to].some((value) => value !== "");
  const clear = () =>
    change({ kind: undefined, person: undefined, from: undefined, to: undefined });
  return (
    <FilterBar label="evidence" onClear={isFiltered ? clear : null}>
      <Select
        label="Kind"
        value={kind}
        options={kindOptions(kinds, kind)}
        onChange={(chosen) => change({ kind: chosen })}
      />
      <Select
        label="Person"
        value={person}
        options={peopleOptions(rows, person)}
        onChange={(chosen) => change({ person: chosen })}
      />
      <TextField label="From" type="date" value={from} onChange={(day) => change({ from: day })} />
      <TextField label="To" type="date" value={to} onChange={(day) => change({ to: day })} />
    </FilterBar>
  );
};
