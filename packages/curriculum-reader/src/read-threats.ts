import type { Decided, Taxonomy } from "@checkride/rules/threat-coverage";
import { z } from "zod";
import { readTaxonomy } from "./read-taxonomy.ts";
import type { Tree } from "./read-tree.ts";
import { decode } from "./source-file.ts";
import { readYaml } from "./yaml-document.ts";

export type ThreatLists = {
  readonly taxonomies: readonly Taxonomy[];
  readonly decided: readonly Decided[];
};

const decidedFile = z.array(
  z.object({
    ids: z.array(z.string()).min(1),
    as: z.enum(["lesson-only", "not-trained"]),
    because: z.string().trim().min(1),
  }),
);

/**
 * The lists of `threats/` with everything that they say, and `threats/decided.yaml`. A bad file is left out;
 * that it is bad is said where the curriculum is checked.
 */
export const readThreats = (trees: readonly Tree[]): ThreatLists => {
  const lists = new Map<string, Taxonomy>();
  const decided: Decided[] = [];
  for (const source of trees.flatMap((tree) => [...tree.files.values()])) {
    const file = decode(source);
    if (!("text" in file)) continue;
    if (/^threats\/[^/]+\.json$/.test(file.file)) {
      const read = readTaxonomy(file.text);
      if (read.ok) lists.set(taxonomyId(read.value), read.value);
    }
    if (file.file === "threats/decided.yaml") {
      const read = decidedFile.safeParse(readYaml(file.text).data);
      if (read.success) decided.push(...read.data);
    }
  }
  return { taxonomies: [...lists.values()], decided };
};

/** `mitre-atlas-5-6-1`: names an edition in addresses. */
export const taxonomyId = ({ taxonomy, version }: Taxonomy): string =>
  `${taxonomy} ${version}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 120);
