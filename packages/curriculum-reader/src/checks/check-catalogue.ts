import type { Catalogue } from "../catalogue.ts";
import { missing } from "../read-files.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault } from "../source-file.ts";
import { faultIn } from "../source-file.ts";

/** What no single file can know: that everything named exists and that minutes add up. */
export const checkCatalogue = (sources: Sources, catalogue: Catalogue): FileFault[] => [
  ...[...sources.tracks.values()].flatMap((file) => checkTrack(file, sources)),
  ...[...sources.modules.values()].flatMap((file) => checkModule(file, sources)),
  ...checkListed(sources),
  ...[...sources.labs.values()].flatMap((file) => checkLab(file, sources, catalogue)),
];

type FileOf<K extends "tracks" | "modules" | "labs"> =
  Sources[K] extends ReadonlyMap<string, infer T> ? T : never;

const checkTrack = (file: FileOf<"tracks">, { tracks, modules, labs }: Sources): FileFault[] => [
  ...missing(file, "module", file.value.modules, ["modules"], modules.keys()),
  ...missing(file, "lab", file.value.labs, ["labs"], labs.keys()),
  ...missing(file, "track", file.value.needs?.all ?? [], ["needs", "all"], tracks.keys()),
  ...missing(file, "track", file.value.needs?.any ?? [], ["needs", "any"], tracks.keys()),
];

const checkModule = (file: FileOf<"modules">, sources: Sources): FileFault[] => {
  const faults = missing(file, "lesson", file.value.lessons, ["lessons"], sources.lessons.keys());
  if (faults.length > 0) return faults;
  const sum = file.value.lessons.reduce(
    (total, id) => total + (sources.lessons.get(id)?.lesson.minutes ?? 0),
    0,
  );
  if (sum === file.value.minutes) return [];
  const says = `the lessons take ${sum} minutes together, the module says ${file.value.minutes}`;
  return [file.faultAt(["minutes"], says, { meant: String(sum), cure: `write ${sum}` })];
};

/** A lesson is reached through its module. */
const checkListed = ({ modules, lessons }: Sources): FileFault[] => {
  const listed = new Set([...modules.values()].flatMap(({ value }) => value.lessons));
  return [...lessons.values()].flatMap(({ source, lesson: { id }, placeOf }) => {
    const module = source.file.split("/")[1] ?? "";
    if (listed.has(id)) return [];
    const says = `no module lists the lesson \`${id}\`, so nobody can reach it`;
    const cure = `add it to \`lessons\` in modules/${module}/module.yaml`;
    return [faultIn(source, placeOf(["id"]), says, { cure })];
  });
};

const checkLab = (
  file: FileOf<"labs">,
  { modules }: Sources,
  { threats }: Catalogue,
): FileFault[] => [
  ...missing(file, "module", file.value.modules, ["modules"], modules.keys()),
  ...missing(file, "threat", file.value.threats, ["threats"], threats.keys()),
];
