import type { LabCard } from "@checkride/api/labs";

export type LabFilters = {
  readonly search: string;
  readonly kind: string;
  readonly state: string;
  readonly difficulty: string;
};

const holds = (lab: LabCard, words: string): boolean => {
  const text = [lab.id, lab.title, ...lab.modules.map(({ title }) => title), ...lab.threats]
    .join(" ")
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

export const filterLabs = (
  labs: readonly LabCard[],
  { search, kind, state, difficulty }: LabFilters,
): readonly LabCard[] =>
  labs.filter(
    (lab) =>
      holds(lab, search.trim()) &&
      (kind === "" || lab.kind === kind) &&
      (difficulty === "" || lab.difficulty === difficulty) &&
      (state === "" || (state === "away" ? !lab.installed : lab.installed && lab.state === state)),
  );

export type LabGroup = {
  readonly id: string;
  readonly title: string;
  readonly labs: readonly LabCard[];
};

/** A lab stands in the first of its modules; those without one come last. */
export const groupLabs = (labs: readonly LabCard[]): readonly LabGroup[] => {
  const groups = new Map<string, LabGroup>();
  for (const lab of labs) {
    const [{ id, title } = { id: "", title: "More labs" }] = lab.modules;
    const group = groups.get(id) ?? { id, title, labs: [] };
    groups.set(id, { ...group, labs: [...group.labs, lab] });
  }
  return [...groups.values()].toSorted((a, b) =>
    a.id === "" || b.id === "" ? b.id.length - a.id.length : a.id.localeCompare(b.id),
  );
};
