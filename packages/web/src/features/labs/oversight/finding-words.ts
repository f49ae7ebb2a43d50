import type { LabCard } from "@checkride/api/labs";

type Named = LabCard["modules"][number];

/** Modules that a finding can be about: those of the lab first, then all others that labs belong to. */
export const modulesToTag = (
  labs: readonly Pick<LabCard, "id" | "modules">[],
  lab: string,
): readonly Named[] => {
  const own = labs.find(({ id }) => id === lab)?.modules ?? [];
  const others = labs
    .flatMap(({ modules }) => modules)
    .toSorted((one, other) => one.id.localeCompare(other.id));
  const all = [...own, ...others];
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
};

export const findingText = (lab: string, text: string): string =>
  `From a review of the lab “${lab}”: ${text.trim()}`;
