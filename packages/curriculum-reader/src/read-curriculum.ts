import type { Catalogue } from "./catalogue.ts";
import { catalogueOf } from "./catalogue-of.ts";
import { checkAll } from "./checks/check-all.ts";
import type { Curriculum } from "./curriculum.ts";
import { curriculumOf } from "./curriculum-of.ts";
import { labSources } from "./lab/lab-sources.ts";
import type { Sources } from "./read-sources.ts";
import { readSources } from "./read-sources.ts";
import type { Tree } from "./read-tree.ts";
import { readTree } from "./read-tree.ts";
import type { FileFault } from "./source-file.ts";
import { inOrderOfFiles } from "./source-file.ts";

export type CurriculumReading = {
  readonly curriculum: Curriculum;
  readonly catalogue: Catalogue;
  readonly faults: readonly FileFault[];
  /** The same by files, for checks that need to say where something stands. */
  readonly sources: Sources;
};

/** What is taught, from one folder or from several laid over one another. A bad file is left out and reported. */
export const readCurriculum = async (folders: readonly string[]): Promise<CurriculumReading> =>
  readTrees(await Promise.all(folders.map(readTree)));

/** The same from what was read of the disk before. */
export const readTrees = (trees: readonly Tree[]): CurriculumReading => {
  const { sources, faults } = readSources(trees);
  const labs = labSources(trees);
  const catalogue = catalogueOf(sources, labs);
  return {
    curriculum: { ...curriculumOf(sources), labs },
    catalogue,
    sources,
    faults: [...faults, ...checkAll(sources, catalogue)].toSorted(inOrderOfFiles),
  };
};
