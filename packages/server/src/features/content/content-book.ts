import { labFaultsOf } from "@checkride/curriculum-reader/lab/lab-sources";
import { type CurriculumReading, readTrees } from "@checkride/curriculum-reader/read-curriculum";
import { readThreats } from "@checkride/curriculum-reader/read-threats";
import { type FileFault, inOrderOfFiles } from "@checkride/curriculum-reader/source-file";
import type { Approvals } from "@checkride/rules/policy";
import type { Curriculum, Layer } from "../../platform/curriculum.ts";
import type { Database } from "../../platform/database.ts";
import { readUndecided, type Undecided } from "./change-store.ts";
import type { BookDeps } from "./deps.ts";
import { folderSignature } from "./folder-signature.ts";
import { keepChanges } from "./keep-changes.ts";
import { piecesOf } from "./pieces.ts";
import { type Candidate, type Marks, type Settled, settle } from "./settle.ts";
import { lockContent, readMarks, readRound, readTexts } from "./store.ts";

/** What was found in the folders, and what of it is served. */
export type BookState = {
  readonly readAt: Date;
  readonly faults: readonly FileFault[];
  /** The folders as they are, for whoever asks where a fault stands. */
  readonly disk: readonly Layer[];
  readonly marks: Marks;
  readonly held: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
  /** What the folders said of themselves; other words: read them again. */
  readonly seen: string;
  readonly round: number;
};

export type Opening = {
  readonly now: Date;
  /** Who brought it about; null: somebody who wrote into a folder. */
  readonly actor: string | null;
  /**
   * `accept`: what the folders hold comes into force, as far as it may. `follow`: another process has brought
   * something into force; nodes with folders that differ must not undo each other's work.
   */
  readonly mode: "accept" | "follow";
};

export type Opened = {
  readonly inForce: number;
  readonly waiting: number;
  readonly errors: number;
  /** Serves it from now on; to be done once the transaction is committed. */
  readonly install: () => void;
};

export type ContentBook = {
  /** Reads the folders and settles what is in force, in one transaction. */
  readonly open: (tx: Database, opening: Opening) => Promise<Opened>;
  /** Null: nothing was opened yet. */
  readonly state: () => BookState | null;
  /** Looks whether there is anything new; true: it was read. */
  readonly lookAgain: (db: Database, now: Date) => Promise<boolean>;
};

const ruleWords = (rule: Approvals | null): string => JSON.stringify(rule);

/** An approved change may come in; without a rule, and on the first day, everything may. */
const gatekeeper =
  (undecided: readonly Undecided[], rule: Approvals | null, isFirst: boolean) =>
  ({ ref, after }: Candidate): boolean => {
    if (isFirst || rule === null) return true;
    const change = undecided.find((one) => one.ref === ref && one.after === after);
    return change?.state === "waiting" && change.approvals >= rule.count;
  };

const textsFrom = (tx: Database) => async (wanted: readonly Candidate[]) => {
  const asked = wanted.flatMap(({ ref, before }) => (before ? [{ ref, version: before }] : []));
  const texts = await readTexts(tx, asked);
  return new Map(texts.map(({ ref, bytes }) => [ref, new Uint8Array(bytes)]));
};

const makeRead = ({ atStart }: Curriculum) => {
  const known = new WeakMap<readonly Layer[], CurriculumReading>([
    [atStart.layers, atStart.reading],
  ]);
  const withLabs = new WeakMap<readonly Layer[], CurriculumReading>();
  return (layers: readonly Layer[]): CurriculumReading => {
    const whole = withLabs.get(layers) ?? readWithLabs(layers, known.get(layers) ?? null);
    withLabs.set(layers, whole);
    return whole;
  };
};

/** A lab is read when somebody opens it; only whether it is whole must be known before it comes into force. */
const readWithLabs = (
  layers: readonly Layer[],
  known: CurriculumReading | null,
): CurriculumReading => {
  const reading = known ?? readTrees(layers.map(({ tree }) => tree));
  const faults = [...reading.faults, ...labFaultsOf(reading.curriculum.labs)];
  return { ...reading, faults: faults.toSorted(inOrderOfFiles) };
};

/** What makes it worth looking at the folders again. */
const signatureOf = async (deps: BookDeps, db: Database): Promise<string> => {
  const { ownFolder } = deps.curriculum;
  const folder = ownFolder === null ? "" : await folderSignature(ownFolder);
  return `${ruleWords(await deps.approvalsAsked(db))}\n${folder}`;
};

export const makeContentBook = (deps: BookDeps): ContentBook => {
  const { curriculum } = deps;
  const read = makeRead(curriculum);
  let state: BookState | null = null;

  const open: ContentBook["open"] = async (tx, { now, actor, mode }) => {
    await lockContent(tx);
    const seen = await signatureOf(deps, tx);
    const disk = state === null ? curriculum.atStart.layers : await curriculum.readFolders();
    const marks = await readMarks(tx);
    const undecided = await readUndecided(tx);
    const rule = await deps.approvalsAsked(tx);
    const isFirst = marks.size === 0;
    const accepts = mode === "accept" || isFirst;
    const settled = await settle({
      disk,
      marks,
      bytesOf: textsFrom(tx),
      read,
      mayComeIn: accepts ? gatekeeper(undecided, rule, isFirst) : () => false,
      isFirst,
    });
    if (accepts) {
      const pieces = piecesOf(disk);
      await keepChanges(tx, { settled, pieces, undecided, isFirst, actor, now });
    }
    const content = curriculum.contentOf(settled.reading);
    const threats = readThreats(settled.layers.map(({ tree }) => tree));
    await deps.onContent(tx, content, now);
    const next = await stateOf(tx, { settled, disk, seen, now });
    return {
      inForce: accepts ? settled.comesIn.length : 0,
      waiting: settled.waits.length,
      errors: settled.faults.filter(({ severity }) => severity === "error").length,
      install: () => {
        curriculum.content = content;
        curriculum.threats = threats;
        state = next;
      },
    };
  };

  return {
    open,
    state: () => state,
    lookAgain: async (db, now) => {
      const hasNews = state === null || (await signatureOf(deps, db)) !== state.seen;
      const isBehind = (await readRound(db)) !== state?.round;
      if (!hasNews && !isBehind) return false;
      const opening: Opening = { now, actor: null, mode: hasNews ? "accept" : "follow" };
      const opened = await db.transaction().execute((tx) => open(tx, opening));
      opened.install();
      return true;
    },
  };
};

type Seen = {
  readonly settled: Settled;
  readonly disk: readonly Layer[];
  readonly seen: string;
  readonly now: Date;
};

const stateOf = async (tx: Database, { settled, disk, seen, now }: Seen): Promise<BookState> => ({
  readAt: now,
  faults: settled.faults,
  disk,
  marks: await readMarks(tx),
  held: settled.held,
  lost: settled.lost,
  seen,
  round: await readRound(tx),
});
