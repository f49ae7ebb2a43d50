import { basename, join } from "node:path";
import { checkPlacedLinks } from "@checkride/curriculum-reader/checks/check-links";
import { hasError } from "@checkride/curriculum-reader/fault";
import { readLabFolder, writtenLabs } from "@checkride/curriculum-reader/lab/read-lab-folder";
import { readCurriculum } from "@checkride/curriculum-reader/read-curriculum";
import type { Sources } from "@checkride/curriculum-reader/read-sources";
import { loadLab } from "@checkride/range/labs/load-lab";
import { proveLab } from "@checkride/range/labs/prove/prove-lab";
import { createRange, type Range } from "@checkride/range/run-cases";
import type { RunCommand } from "../command.ts";
import { faultLines } from "../fault-lines.ts";
import { answerNo, done, misuse } from "../outcome.ts";
import type { Shell } from "../shell.ts";
import { isFolder, shownPath } from "./curriculum-check.ts";

type Checked = {
  readonly lab: string;
  readonly isSound: boolean;
  readonly lines: readonly string[];
};

export const labCheck: RunCommand = async ({ positionals }, shell) => {
  const shipped = join(shell.root, "curriculum", "labs");
  const folders = positionals.length === 0 ? [...(await writtenLabs(shipped))] : [];
  for (const name of positionals) {
    const isId = /^[A-Z]+[0-9]+$/.test(name);
    const folder = isId ? join(shipped, name) : name;
    if (!(await isFolder(folder))) return misuse(`${folder} is no folder.`);
    folders.push(folder);
  }
  const curricula = new Set(folders.map((folder) => join(folder, "..", "..")));
  const { sources } = await readCurriculum([join(shell.root, "curriculum"), ...curricula]);
  const range = createRange({ reuse: true, waitingMax: 100_000, perPersonMax: 100_000 });
  try {
    const checked: Checked[] = [];
    for (const folder of folders) {
      shell.progress(`proving ${basename(folder)}`);
      checked.push(await checkLab(range, folder, sources, shell));
    }
    const wrong = checked.filter(({ isSound }) => !isSound).length;
    const count = `${checked.length} labs, ${wrong === 0 ? "all proven" : `${wrong} not proven`}.`;
    const lines = [...checked.flatMap((one) => one.lines), count];
    return (wrong === 0 ? done : answerNo)(lines, { labs: checked });
  } finally {
    await range.close();
  }
};

const checkLab = async (
  range: Range,
  folder: string,
  sources: Sources,
  { paint }: Shell,
): Promise<Checked> => {
  const name = basename(folder);
  const { lab, faults: own, links } = await readLabFolder(folder);
  const faults = [...own, ...checkPlacedLinks(links, sources)];
  const lines = faults.flatMap((fault) => faultLines(shownPath(fault.onDisk), [fault], paint));
  const unsound = (more: readonly string[]): Checked => ({
    lab: name,
    isSound: false,
    lines: [...lines, ...more],
  });
  if (lab === null || hasError(faults)) return unsound([]);
  const opened = await loadLab(lab);
  if (!opened.ok) return unsound([`${name}  ${paint("red", "error")}  ${opened.error}`]);
  const { problems, tookMs } = await proveLab(range, opened.value);
  if (problems.length > 0) {
    return unsound(problems.map((problem) => `${name}  ${paint("red", "error")}  ${problem}`));
  }
  const seconds = (tookMs / 1000).toFixed(1);
  return { lab: name, isSound: true, lines: [...lines, `${name}  proven in ${seconds} s`] };
};
