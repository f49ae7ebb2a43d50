import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CurriculumReading, readTrees } from "@checkride/curriculum-reader/read-curriculum";
import { readThreats } from "@checkride/curriculum-reader/read-threats";
import { readTree } from "@checkride/curriculum-reader/read-tree";
import type { Content } from "./platform/content.ts";
import type { Curriculum, Layer } from "./platform/curriculum.ts";
import { curriculumFolder } from "./platform/folders.ts";
import type { Log } from "./platform/log.ts";

const foldersReader = (own: string | null) => async (): Promise<readonly Layer[]> => [
  { folder: "shipped", tree: await readTree(curriculumFolder()) },
  ...(own === null ? [] : [{ folder: "own" as const, tree: await readTree(own) }]),
];

/** Bad content is left out and said; it never keeps the service from starting. */
export const readCurriculum = async (
  ownFolder: string | null,
  log: Log,
  /** What is taught, where it is not what the folders hold. */
  taught: (read: Content) => Content = (read) => read,
): Promise<Curriculum> => {
  const readFolders = foldersReader(ownFolder);
  const layers = await readFolders();
  const trees = layers.map(({ tree }) => tree);
  const reading = readTrees(trees);
  for (const fault of reading.faults) log.warn({ fault }, "curriculum fault");
  const contentOf = ({ curriculum, catalogue }: CurriculumReading): Content =>
    taught({ ...curriculum, catalogue });
  return {
    content: contentOf(reading),
    threats: readThreats(trees),
    builtInPolicy: await readFile(join(curriculumFolder(), "policy.yaml"), "utf8"),
    ownFolder,
    readFolders,
    contentOf,
    atStart: { layers, reading },
  };
};
