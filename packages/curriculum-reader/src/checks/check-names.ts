import type { Catalogue } from "../catalogue.ts";
import type { FaultDetails } from "../desk.ts";
import type { Path, Place } from "../fault.ts";
import { missing } from "../read-files.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault, TextFile } from "../source-file.ts";
import { faultIn } from "../source-file.ts";

/** Threats, competencies, modules, labs and tracks that are named exist. */
export const checkNames = (sources: Sources, { threats }: Catalogue): FileFault[] => {
  const known = {
    threat: new Set(threats.keys()),
    competency: new Set(sources.competencies.map(({ value }) => value.id)),
    module: sources.written.module,
    lab: sources.written.lab,
    case: sources.written.case,
    track: sources.written.track,
    word: new Set(sources.terms.map(({ value }) => value.id)),
  };
  const check = (
    file: Placed,
    noun: keyof typeof known,
    names: readonly string[],
    path: Path,
  ): FileFault[] => missing(reporter(file), noun, names, path, known[noun]);
  return [
    ...[...sources.modules.values()].flatMap((file) =>
      check(file, "threat", file.value.threats ?? [], ["threats"]),
    ),
    ...[...sources.lessons.values()].flatMap((file) => [
      ...check(file, "threat", file.lesson.threats, ["threats"]),
      ...check(file, "competency", file.lesson.competencies, ["competencies"]),
    ]),
    ...[...sources.cases.values()].flatMap((file) => [
      ...check(file, "threat", file.value.risks, ["risks"]),
      ...check(file, "module", file.value.modules, ["modules"]),
      ...check(file, "lab", file.value.labs, ["labs"]),
    ]),
    ...[...sources.kits.values()].flatMap((file) => [
      ...check(file, "lab", file.value.labs, ["labs"]),
      ...check(file, "case", file.value.cases, ["cases"]),
    ]),
    ...sources.banks.flatMap((bank) => [
      ...checkKey(bank, "competency", bank.competency, ["competency"], known.competency),
      ...bank.items.flatMap((file) => check(file, "threat", file.item.threats, ["threats"])),
    ]),
    ...sources.terms.flatMap((file) => check(file, "word", file.value.see, ["see"])),
    ...sources.competencies.flatMap((file) =>
      Object.keys(file.value.expected).flatMap((track) =>
        checkKey(file, "track", track, ["expected", track], known.track),
      ),
    ),
  ];
};

type Placed = { readonly source: TextFile; readonly placeOf: (path: Path) => Place };

const reporter = ({ source, placeOf }: Placed) => ({
  faultAt: (path: Path, says: string, more?: FaultDetails) =>
    faultIn(source, placeOf(path), says, more),
});

/** A name that stands alone or is a key, not one of a list. */
const checkKey = (
  file: Placed,
  noun: string,
  name: string,
  path: Path,
  known: ReadonlySet<string>,
): FileFault[] =>
  missing(
    { faultAt: (_, says, more) => reporter(file).faultAt(path, says, more) },
    noun,
    [name],
    [],
    known,
  );
