import { posix } from "node:path";
import type { CurriculumReading } from "@checkride/curriculum-reader/read-curriculum";
import type { FileFault } from "@checkride/curriculum-reader/source-file";
import { largestTextBytes } from "@checkride/curriculum-reader/yaml-document";
import type { Layer } from "../../platform/curriculum.ts";
import { type Piece, piecesOf, placeOfRef, type Replaced, withReplaced } from "./pieces.ts";

/** Which version of a file is in force; null: it was removed. */
export type Mark = { readonly version: string | null; readonly since: Date };
export type Marks = ReadonlyMap<string, Mark>;

/** A file that is not what is in force. */
export type Candidate = {
  readonly ref: string;
  readonly before: string | null;
  readonly after: string | null;
};

export type Ask = {
  readonly disk: readonly Layer[];
  readonly marks: Marks;
  readonly bytesOf: (wanted: readonly Candidate[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly read: (layers: readonly Layer[]) => CurriculumReading;
  readonly mayComeIn: (candidate: Candidate) => boolean;
  /** On the first day there is nothing better to go back to than what came with the product. */
  readonly isFirst: boolean;
};

export type Settled = {
  /** The folders as they are served. */
  readonly layers: readonly Layer[];
  readonly reading: CurriculumReading;
  /** What is wrong in the folders as they are. */
  readonly faults: readonly FileFault[];
  readonly candidates: readonly Candidate[];
  readonly comesIn: readonly Candidate[];
  readonly waits: readonly Candidate[];
  /** Files that are served otherwise than they lie there. */
  readonly held: ReadonlySet<string>;
  /** Files that are in force and cannot be read. */
  readonly lost: ReadonlySet<string>;
};

const candidatesOf = (pieces: ReadonlyMap<string, Piece>, marks: Marks): readonly Candidate[] =>
  [...new Set([...pieces.keys(), ...marks.keys()])].flatMap((ref) => {
    const before = marks.get(ref)?.version ?? null;
    const after = pieces.get(ref)?.version ?? null;
    return before === after ? [] : [{ ref, before, after }];
  });

/** A folder that was emptied as a whole is more likely a disk that is missing. */
const isLost = ({ ref, after }: Candidate, disk: readonly Layer[]): boolean => {
  if (after !== null) return false;
  const { folder, file } = placeOfRef(ref);
  const tree = disk.find((layer) => layer.folder === folder)?.tree;
  if (!tree) return false;
  if (tree.files.size === 0 || tree.unreadable.has("")) return true;
  return [...tree.unreadable].some((name) => file === name || file.startsWith(`${name}/`));
};

/** What another file shows or is made of is blamed where it is used. */
const isUsedBy = (candidate: string, blamed: Piece): boolean => {
  if (posix.dirname(candidate) !== posix.dirname(blamed.ref)) return false;
  const { file } = placeOfRef(candidate);
  if (file.startsWith("documents/")) return true;
  return new TextDecoder().decode(blamed.source.bytes).includes(`file: ${posix.basename(file)}`);
};

/** Where the files of one lab lie: a new start beside old checks would be a lab that nobody made. */
const labOf = (ref: string): string | null => /^[^/]+\/labs\/[^/]+\//.exec(ref)?.[0] ?? null;

const isTooLong = (piece: Piece | undefined): boolean =>
  (piece?.source.bytes.length ?? 0) > largestTextBytes;

/** Candidates that must not come into force because something is wrong with them. */
const faulty = (
  open: readonly Candidate[],
  served: ReadonlyMap<string, Piece>,
  faults: readonly FileFault[],
): readonly string[] => {
  const wrong = new Set(
    faults.filter(({ severity }) => severity === "error").map(({ onDisk }) => onDisk),
  );
  const refs = new Set(open.map(({ ref }) => ref));
  const blamed = [...served.values()].filter(({ source }) => wrong.has(source.path));
  const long = [...refs].filter((ref) => isTooLong(served.get(ref)));
  const own = blamed.map(({ ref }) => ref).filter((ref) => refs.has(ref));
  const used = blamed
    .filter(({ ref }) => !refs.has(ref))
    .flatMap((piece) => [...refs].filter((ref) => isUsedBy(ref, piece)));
  const labs = new Set([...long, ...blamed.map(({ ref }) => ref)].map(labOf));
  const whole = [...refs].filter((ref) => labOf(ref) !== null && labs.has(labOf(ref)));
  return [...new Set([...long, ...own, ...used, ...whole])];
};

type Table = {
  readonly mayBeFaulty: (ref: string) => boolean;
  readonly candidates: readonly Candidate[];
  readonly held: Set<string>;
  readonly serve: () => { readonly layers: readonly Layer[]; readonly reading: CurriculumReading };
};

/** A file that goes back can make another one wrong that came together with it. */
const holdFaulty = ({
  candidates,
  held,
  serve,
  mayBeFaulty,
}: Table): ReturnType<Table["serve"]> => {
  for (;;) {
    const served = serve();
    const open = candidates.filter(({ ref }) => !held.has(ref));
    const wrong = faulty(open, piecesOf(served.layers), served.reading.faults).filter(
      (ref) => !mayBeFaulty(ref),
    );
    if (wrong.length === 0) return served;
    for (const ref of wrong) held.add(ref);
  }
};

/**
 * What is served: the folders as they are, but each file that is wrong, cannot be read or waits for approval
 * in the version that was in force last, and not at all where there is none. Bad content is never a reason not to
 * serve.
 */
export const settle = async (ask: Ask): Promise<Settled> => {
  const candidates = candidatesOf(piecesOf(ask.disk), ask.marks);
  const texts = await ask.bytesOf(candidates.filter(({ before }) => before !== null));
  const lost = new Set(candidates.filter((one) => isLost(one, ask.disk)).map(({ ref }) => ref));
  const held = new Set(lost);
  const replaced = (): Replaced =>
    new Map(
      candidates
        .filter(({ ref }) => held.has(ref))
        .map(({ ref, before }) => [ref, before === null ? null : (texts.get(ref) ?? null)]),
    );
  const serve = () => {
    const layers = withReplaced(ask.disk, replaced());
    return { layers, reading: ask.read(layers) };
  };
  const { faults } = serve().reading;
  const mayBeFaulty = (ref: string) => ask.isFirst && placeOfRef(ref).folder === "shipped";
  const table: Table = { candidates, held, serve, mayBeFaulty };
  let served = holdFaulty(table);
  const open = () => candidates.filter(({ ref }) => !held.has(ref));
  const waits = open().filter((one) => !ask.mayComeIn(one));
  if (waits.length > 0) {
    for (const { ref } of waits) held.add(ref);
    served = holdFaulty(table);
  }
  return {
    ...served,
    faults,
    candidates,
    comesIn: open(),
    waits,
    held: new Set(replaced().keys()),
    lost,
  };
};
