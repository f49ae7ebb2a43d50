import type { Path, Place } from "./fault.ts";
import type { FileFault, TextFile } from "./source-file.ts";
import { faultIn } from "./source-file.ts";

/** Something that was read and is known by an id. */
export type Named = {
  readonly id: string;
  readonly source: TextFile;
  readonly placeOf: (path: Path) => Place;
};

/** A file is found by its name, so the name must be its id; `pattern` holds the name in its first group. */
export const nameFaults = (pattern: RegExp, { id, source, placeOf }: Named): FileFault[] => {
  const name = pattern.exec(source.file)?.[1] ?? id;
  if (name === id) return [];
  const says = `the id \`${id}\` differs from the name of its place, \`${name}\``;
  return [faultIn(source, placeOf(["id"]), says, { meant: name, cure: `write \`${name}\`` })];
};

/** Within one folder an id is there once; a folder laid over it replaces. */
export const twinFaults = (noun: string, pieces: readonly Named[]): FileFault[] => {
  const seen = new Map<string, TextFile>();
  return pieces.flatMap(({ id, source, placeOf }) => {
    const key = `${rootOf(source)}\n${id}`;
    const first = seen.get(key);
    seen.set(key, first ?? source);
    if (first === undefined) return [];
    const says = `the ${noun} \`${id}\` is there twice; the other is in ${first.file}`;
    const cure = "remove one, or give it another id";
    return [faultIn(source, placeOf(["id"]), says, { cure })];
  });
};

const rootOf = ({ file, path }: TextFile): string => path.slice(0, -file.length);
