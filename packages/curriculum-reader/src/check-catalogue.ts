import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Catalogue } from "./catalogue.ts";
import type { Path } from "./fault.ts";
import type { Sources } from "./read-catalogue.ts";
import type { FileFault, ReadFile } from "./read-files.ts";

/** What no single file can know: that everything named exists and that minutes add up. */
export const checkCatalogue = (sources: Sources, catalogue: Catalogue): FileFault[] => [
  ...[...sources.tracks.values()].flatMap((file) => checkTrack(file, sources)),
  ...[...sources.modules.values()].flatMap(checkModule),
  ...[...sources.labs.values()].flatMap((file) => checkLab(file, sources, catalogue)),
  ...checkNames(sources),
];

type FileOf<K extends "tracks" | "modules" | "labs"> =
  Sources[K] extends ReadonlyMap<string, infer T> ? T : never;

const checkTrack = (file: FileOf<"tracks">, { tracks, modules, labs }: Sources): FileFault[] => [
  ...missing(file, "module", file.value.modules, ["modules"], modules.keys()),
  ...missing(file, "lab", file.value.labs, ["labs"], labs.keys()),
  ...missing(file, "track", file.value.needs?.all ?? [], ["needs", "all"], tracks.keys()),
  ...missing(file, "track", file.value.needs?.any ?? [], ["needs", "any"], tracks.keys()),
];

const checkModule = (file: FileOf<"modules">): FileFault[] => {
  const { lessons, minutes } = file.value;
  const sum = lessons.reduce((total, lesson) => total + lesson.minutes, 0);
  if (sum === minutes) return [];
  const says = `the lessons take ${sum} minutes together, the module says ${minutes}`;
  return [file.faultAt(["minutes"], says, String(sum))];
};

const checkLab = (
  file: FileOf<"labs">,
  { modules }: Sources,
  { threats }: Catalogue,
): FileFault[] => [
  ...missing(file, "module", file.value.modules, ["modules"], modules.keys()),
  ...missing(file, "threat", file.value.threats, ["threats"], threats.keys()),
];

const missing = (
  file: ReadFile<unknown>,
  noun: string,
  names: readonly string[],
  path: Path,
  known: Iterable<string>,
): FileFault[] => {
  const all = new Set(known);
  return names.flatMap((name, index) => {
    if (all.has(name)) return [];
    const meant = didYouMean(name, all);
    const question = meant === null ? "" : `; did you mean \`${meant}\`?`;
    return [file.faultAt([...path, index], `there is no ${noun} \`${name}\`${question}`, meant)];
  });
};

/** A file is found by its name, so the name must be its id. */
const checkNames = ({ tracks, modules, labs, documents }: Sources): FileFault[] =>
  [...tracks.values(), ...modules.values(), ...labs.values(), ...documents.values()].flatMap(
    (file) => {
      const { id } = file.value;
      const parts = file.file.split(/[\\/]/);
      const name = parts.length > 2 ? parts[1] : parts[1]?.replace(/\.yaml$/, "");
      if (name === id || name === undefined) return [];
      return [
        file.faultAt(
          ["id"],
          `the id \`${id}\` differs from the name of its place, \`${name}\``,
          name,
        ),
      ];
    },
  );
