import { firstPlace } from "@checkride/curriculum-reader/fault";
import type { LabSource } from "@checkride/curriculum-reader/lab/lab-sources";
import { readLab } from "@checkride/curriculum-reader/lab/read-lab";
import { type FileFault, faultIn } from "@checkride/curriculum-reader/source-file";
import { loadLab } from "./load-lab.ts";

/** What keeps a lab from being played though its files are whole, said where its author looks. */
export const loadFault = ({ files }: LabSource, says: string): readonly FileFault[] => {
  const checks = files.get("checks.ts");
  const cure = "run `checkride lab check` on it";
  return checks === undefined ? [] : [faultIn(checks, firstPlace, says, { cure })];
};

/** Loads each lab that is whole from where it lies. */
export const loadFaults = async (
  labs: ReadonlyMap<string, LabSource>,
): Promise<readonly FileFault[]> => {
  const found: FileFault[] = [];
  for (const source of labs.values()) {
    const { lab } = readLab(source.folder, source.files);
    const loaded = lab === null ? null : await loadLab(lab);
    if (loaded?.ok === false) found.push(...loadFault(source, loaded.error));
  }
  return found;
};
