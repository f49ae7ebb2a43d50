import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { newId } from "../../platform/ids.ts";
import {
  addChanges,
  bringChangesIntoForce,
  overtakeChanges,
  type Undecided,
} from "./change-store.ts";
import { madeOf } from "./made-of.ts";
import { type Piece, piecesOf, titleOf } from "./pieces.ts";
import type { Candidate, Settled } from "./settle.ts";
import { addMarks, keepMade, keepTexts, readRound } from "./store.ts";

export type Found = {
  readonly settled: Settled;
  /** The files as they lie in the folders. */
  readonly pieces: ReadonlyMap<string, Piece>;
  readonly undecided: readonly Undecided[];
  /** Nothing was ever in force: all of it is accepted, and none of it is a change. */
  readonly isFirst: boolean;
  readonly actor: string | null;
  readonly now: Date;
};

const isAbout =
  ({ ref, after }: Candidate) =>
  (change: Undecided): boolean =>
    change.ref === ref && change.after === after;

const textOf = (pieces: Found["pieces"], { ref, after }: Candidate) => {
  const piece = pieces.get(ref);
  if (after === null || !piece) return [];
  const { bytes } = piece.source;
  return [{ ref, version: after, title: titleOf(ref, bytes), bytes: Buffer.from(bytes) }];
};

const titleIn = (pieces: Found["pieces"], ref: string): string =>
  titleOf(ref, pieces.get(ref)?.source.bytes ?? new Uint8Array());

const changeOf = (
  { pieces, now }: Pick<Found, "pieces" | "now">,
  { ref, before, after }: Candidate,
  state: "waiting" | "in-force",
) => ({
  id: newId(now),
  ref,
  title: titleIn(pieces, ref),
  before,
  after,
  state,
  foundAt: now,
  inForceAt: state === "in-force" ? now : null,
});

/** What nobody can decide on any more: the file is another one by now, or what it was. */
const overtaken = ({ settled, undecided }: Found): readonly Undecided[] =>
  undecided.filter(
    (change) =>
      change.state === "waiting" &&
      !settled.lost.has(change.ref) &&
      !settled.candidates.some((one) => isAbout(one)(change)),
  );

/** Writes down what came into force and what waits, each change with its evidence. */
export const keepChanges = async (tx: Database, found: Found): Promise<void> => {
  const { settled, pieces, undecided, isFirst, actor, now } = found;
  const { comesIn, waits } = settled;
  await keepTexts(
    tx,
    [...comesIn, ...waits].flatMap((one) => textOf(pieces, one)),
  );
  const round = (await readRound(tx)) + 1;
  await addMarks(
    tx,
    comesIn.map(({ ref, after }) => ({ ref, round, version: after, since: now })),
  );
  if (comesIn.length > 0) {
    await keepMade(tx, madeOf(settled.reading, piecesOf(settled.layers)), now);
  }
  if (isFirst) return;
  const known = (one: Candidate) => undecided.find(isAbout(one));
  const approved = comesIn.flatMap((one) => {
    const change = known(one);
    return change?.state === "waiting" ? [change.id] : [];
  });
  await bringChangesIntoForce(tx, approved, now);
  await overtakeChanges(
    tx,
    overtaken(found).map(({ id }) => id),
  );
  await addChanges(tx, [
    ...comesIn
      .filter((one) => known(one)?.state !== "waiting")
      .map((one) => changeOf(found, one, "in-force")),
    ...waits.filter((one) => !known(one)).map((one) => changeOf(found, one, "waiting")),
  ]);
  await appendEvidence(
    tx,
    comesIn.map(({ ref, before, after }) => ({
      kind: "content.changed",
      person: null,
      actor,
      body: { ref, before, after },
      at: now,
    })),
  );
};
