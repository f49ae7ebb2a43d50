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

const checkTrack = (file: FileOf<"tracks">, { written }: Sources): FileFault[] => [
  ...missing(file, "module", file.value.modules, ["modules"], written.module),
  ...missing(file, "lab", file.value.labs, ["labs"], written.lab),
  ...missing(file, "track", file.value.needs?.all ?? [], ["needs", "all"], written.track),
  ...missing(file, "track", file.value.needs?.any ?? [], ["needs", "any"], written.track),
];

const checkModule = (file: FileOf<"modules">, sources: Sources): FileFault[] => {
  const { lessons, minutes } = file.value;
  const faults = missing(file, "lesson", lessons, ["lessons"], sources.written.lesson);
  if (lessons.some((id) => !sources.lessons.has(id))) return faults;
  const sum = lessons.reduce(
    (total, id) => total + (sources.lessons.get(id)?.lesson.minutes ?? 0),
    0,
  );
  if (sum === minutes) return [];
  const says = `the lessons take ${sum} minutes together, the module says ${minutes}`;
  return [file.faultAt(["minutes"], says, { meant: String(sum), cure: `write ${sum}` })];
};

/** A lesson is reached through its module. */
const checkListed = ({ modules, lessons, written }: Sources): FileFault[] => {
  const listed = new Set([...modules.values()].flatMap(({ value }) => value.lessons));
  return [...lessons.values()].flatMap(({ source, lesson: { id }, placeOf }) => {
    const module = source.file.split("/")[1] ?? "";
    // Of a module that could not be read nothing is known.
    const isUnread = written.module.has(module) && !modules.has(module);
    if (listed.has(id) || isUnread) return [];
    const says = `no module lists the lesson \`${id}\`, so nobody can reach it`;
    const cure = `add it to \`lessons\` in modules/${module}/module.yaml`;
    return [faultIn(source, placeOf(["id"]), says, { cure })];
  });
};

const checkLab = (
  file: FileOf<"labs">,
  { written }: Sources,
  { threats }: Catalogue,
): FileFault[] => [
  ...missing(file, "module", file.value.modules, ["modules"], written.module),
  ...missing(file, "threat", file.value.threats, ["threats"], threats.keys()),
];
