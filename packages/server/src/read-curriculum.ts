import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readTrees } from "@checkride/curriculum-reader/read-curriculum";
import { readThreats, type ThreatLists } from "@checkride/curriculum-reader/read-threats";
import { readTree } from "@checkride/curriculum-reader/read-tree";
import type { Content } from "./platform/content.ts";
import { curriculumFolder } from "./platform/folders.ts";
import type { Log } from "./platform/log.ts";

export type Curriculum = {
  readonly content: Content;
  readonly threats: ThreatLists;
  readonly builtInPolicy: string;
};

/** Bad content is left out and said; it never keeps the service from starting. */
export const readCurriculum = async (overlay: string | null, log: Log): Promise<Curriculum> => {
  const shipped = curriculumFolder();
  const folders = overlay ? [shipped, overlay] : [shipped];
  const trees = await Promise.all(folders.map(readTree));
  const { catalogue, curriculum, faults } = readTrees(trees);
  for (const fault of faults) log.warn({ fault }, "curriculum fault");
  const builtInPolicy = await readFile(join(shipped, "policy.yaml"), "utf8");
  return { content: { ...curriculum, catalogue }, threats: readThreats(trees), builtInPolicy };
};
