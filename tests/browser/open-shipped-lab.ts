import { join } from "node:path";
import { readLabFolder } from "@checkride/curriculum-reader/lab/read-lab-folder";
import { loadLab } from "@checkride/range/labs/load-lab";
import type { OpenLab } from "@checkride/range/labs/open-lab";

export const labsFolder = join(import.meta.dirname, "..", "..", "curriculum", "labs");

/** A lab with its solutions, as its author proves it. */
export const openShippedLab = async (folder: string): Promise<OpenLab> => {
  const { lab } = await readLabFolder(folder);
  if (lab === null) throw new Error(`${folder} cannot be read`);
  const opened = await loadLab(lab);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
};
