import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { curriculumFolder } from "../../platform/folders.ts";
import { locateBinaries } from "../../platform/postgres/locate-binaries.ts";
import { about, type Check } from "./check.ts";

const node = about("Node");
const binaries = about("PostgreSQL programs");

const manifest = z.object({ optionalDependencies: z.record(z.string(), z.string()) }).partial();

/** The version that the project brings along for this platform; null where it brings none. */
const readPinned = async (): Promise<string | null> => {
  const path = join(dirname(curriculumFolder()), "package.json");
  const text = await readFile(path, "utf8").catch(() => "{}");
  const pins = manifest.safeParse(JSON.parse(text)).data?.optionalDependencies;
  return pins?.[`node-${process.platform}-${process.arch}`] ?? null;
};

const oldestMajor = 24;

export const judgeNode = (running: string, pinned: string | null): Check => {
  if (Number.parseInt(running, 10) < oldestMajor) {
    return node.fail(
      `Checkride runs on Node ${running} and needs ${oldestMajor} or newer.`,
      'Start it with "npm start", which uses the Node that comes with it.',
    );
  }
  if (pinned === null)
    return node.note(`Node ${running}; none is brought along for this platform.`);
  return running === pinned
    ? node.ok(`Node ${running}, the one that comes with Checkride.`)
    : node.warn(
        `Node ${running}; Checkride is tested with the ${pinned} that comes with it.`,
        'Start it with "npm start" or bin/checkride.js, which use that one.',
      );
};

const checkBinaries = async (databaseUrl: string | null): Promise<Check> => {
  const found = await locateBinaries();
  if (found.ok)
    return binaries.ok(`PostgreSQL ${found.value.version} is installed with Checkride.`);
  const { sentence, remedy } = found.error;
  return databaseUrl === null
    ? binaries.fail(sentence, remedy)
    : binaries.note(`${sentence} DATABASE_URL is set, so it is not needed.`);
};

export const checkRuntime = async (databaseUrl: string | null): Promise<readonly Check[]> => [
  judgeNode(process.versions.node, await readPinned()),
  await checkBinaries(databaseUrl),
];
