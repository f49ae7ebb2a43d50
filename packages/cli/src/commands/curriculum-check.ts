import { stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { hasError } from "@checkride/curriculum-reader/fault";
import type { CurriculumReading } from "@checkride/curriculum-reader/read-curriculum";
import { readCurriculum } from "@checkride/curriculum-reader/read-curriculum";
import type { RunCommand } from "../command.ts";
import { faultCount, faultLines } from "../fault-lines.ts";
import { answerNo, done, misuse } from "../outcome.ts";

export const curriculumCheck: RunCommand = async (order, shell) => {
  const [own = null] = order.positionals;
  if (own !== null && !(await isFolder(own))) return misuse(`${own} is no folder.`);
  const folders = foldersOf(join(shell.root, "curriculum"), own);
  const reading = await readCurriculum(folders);
  const { faults } = reading;
  const lines = faults.flatMap((fault) =>
    faultLines(relative("", fault.onDisk), [fault], shell.paint),
  );
  const found = countsOf(reading);
  const json = { folders, found, faults };
  return (hasError(faults) ? answerNo : done)([...lines, `${found}: ${faultCount(faults)}.`], json);
};

/** Ours may be named as well: it is not laid over itself. */
export const foldersOf = (shipped: string, own: string | null): readonly string[] =>
  own === null || resolve(own) === resolve(shipped) ? [shipped] : [shipped, resolve(own)];

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const countsOf = ({ curriculum, catalogue }: CurriculumReading): string => {
  const { modules, lessons, items, cases, papers, terms, kits } = curriculum;
  const written = [...lessons.values()].filter(({ steps }) => steps.length > 0).length;
  return [
    `${modules.size} modules`,
    `${lessons.size} lessons${written === lessons.size ? "" : ` (${written} written)`}`,
    `${items.size} questions`,
    `${cases.size} cases`,
    `${papers.size} documents`,
    `${terms.size} words`,
    `${kits.size} kits`,
    `${catalogue.tracks.size} tracks`,
  ].join(", ");
};
