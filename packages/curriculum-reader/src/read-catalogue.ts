import type { Catalogue } from "./catalogue.ts";
import { readCurriculum } from "./read-curriculum.ts";
import type { FileFault } from "./source-file.ts";

export type CatalogueReading = {
  readonly catalogue: Catalogue;
  readonly faults: readonly FileFault[];
};

/** For those who only need to know what there is. */
export const readCatalogue = async (folders: readonly string[]): Promise<CatalogueReading> => {
  const { catalogue, faults } = await readCurriculum(folders);
  return { catalogue, faults };
};
