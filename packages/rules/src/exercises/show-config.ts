import type { Blank, FillConfig } from "../exercise.ts";
import { inSeededOrder } from "../seeded-random.ts";
import type { ShownBlank, ShownConfig } from "../shown-exercise.ts";

export const showConfig = ({ language, text, blanks }: FillConfig, seed: string): ShownConfig => ({
  kind: "config",
  language,
  text,
  blanks: blanks.map((blank) => ({
    name: blank.name,
    title: blank.title,
    wants: showWants(blank.wants, `${seed} ${blank.name}`),
  })),
});

const showWants = (wants: Blank["wants"], seed: string): ShownBlank["wants"] => {
  switch (wants.kind) {
    case "one-of":
      return { kind: "one-of", options: ordered([...new Set(wants.options)], seed) };
    case "number":
      return { kind: "number", unit: wants.unit };
    case "text":
      return { kind: "text" };
  }
};

/** Numbers read best by size, and their size says nothing of the key. */
const ordered = (options: readonly string[], seed: string): readonly string[] =>
  options.every((option) => option !== "" && Number.isFinite(Number(option)))
    ? options.toSorted((a, b) => Number(a) - Number(b))
    : inSeededOrder(options, (option) => option, seed);
