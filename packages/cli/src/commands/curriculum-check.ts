import { stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { codeFaults } from "@checkride/curriculum-reader/checks/check-code";
import { reviewFaults } from "@checkride/curriculum-reader/checks/check-reviews";
import { hasError } from "@checkride/curriculum-reader/fault";
import { labFaultsOf } from "@checkride/curriculum-reader/lab/lab-sources";
import type { CurriculumReading } from "@checkride/curriculum-reader/read-curriculum";
import { readCurriculum } from "@checkride/curriculum-reader/read-curriculum";
import type { FileFault } from "@checkride/curriculum-reader/source-file";
import { inOrderOfFiles } from "@checkride/curriculum-reader/source-file";
import { loadFaults } from "@checkride/range/labs/load-faults";
import type { RunCommand } from "../command.ts";
import { faultCount, faultLines } from "../fault-lines.ts";
import { isGiven } from "../option-values.ts";
import { answerNo, done, misuse } from "../outcome.ts";
import { withSandbox } from "../run-exercises.ts";

export const curriculumCheck: RunCommand = async (order, shell) => {
  const [own = null] = order.positionals;
  if (own !== null && !(await isFolder(own))) return misuse(`${own} is no folder.`);
  const folders = foldersOf(join(shell.root, "curriculum"), own);
  const reading = await readCurriculum(folders);
  const today = shell.now().toISOString().slice(0, 10);
  const faults = [
    ...reading.faults,
    ...labFaultsOf(reading.curriculum.labs),
    ...(isGiven(order.values, "without-code") ? [] : await loadFaults(reading.curriculum.labs)),
    ...reviewFaults(reading.sources, today),
    ...(isGiven(order.values, "without-code") ? [] : await codeFaultsOf(reading, shell.progress)),
  ].toSorted(inOrderOfFiles);
  const lines = faults.flatMap((fault) =>
    faultLines(shownPath(fault.onDisk), [fault], shell.paint),
  );
  const found = countsOf(reading);
  const json = { folders, found, faults };
  return (hasError(faults) ? answerNo : done)([...lines, `${found}: ${faultCount(faults)}.`], json);
};

/** As short as the shell can follow it. */
export const shownPath = (path: string): string => {
  const short = relative("", path);
  return short.startsWith("..") ? path : short;
};

/** Code in hundreds of exercises takes a while. */
const codeFaultsOf = (
  { sources }: CurriculumReading,
  progress: (line: string) => void,
): Promise<readonly FileFault[]> =>
  withSandbox((runCode) => {
    let count = 0;
    return codeFaults(sources, async (code) => {
      const run = await runCode(code);
      count += 1;
      progress(`running code of exercises: ${count}`);
      return run;
    });
  });

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
