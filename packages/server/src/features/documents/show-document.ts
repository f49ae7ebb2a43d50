import type { DocumentCard, DocumentView, MySign, OldDocument } from "@checkride/api/documents";
import type { Paper } from "@checkride/curriculum-reader/curriculum";
import { wordsHash } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import type { DocumentDeps } from "./deps.ts";
import { mySignOf } from "./my-sign.ts";
import { type EditionMark, readEdition, readSignOffs, type SignOff } from "./store.ts";

type Asker = { readonly person: string; readonly now: Date };

const cardOf = (paper: Paper, mine: MySign | null): DocumentCard => ({
  id: paper.id,
  title: paper.title,
  kind: paper.kind,
  version: paper.version,
  minutes: paper.minutes,
  mine,
});

const signedAt = (mine: readonly SignOff[], { document, version, sha256 }: EditionMark) =>
  mine
    .find((one) => one.document === document && one.version === version && one.sha256 === sha256)
    ?.at.toISOString() ?? null;

const editionCard = (edition: EditionMark, mine: readonly SignOff[]) => ({
  version: edition.version,
  sha256: edition.sha256,
  since: edition.since.toISOString(),
  signedAt: signedAt(mine, edition),
});

export const listDocuments = async (
  db: Database,
  deps: DocumentDeps,
  { person, now }: Asker,
): Promise<DocumentCard[]> => {
  const mine = await readSignOffs(db, person);
  const known = await deps.standingsOf(db, person, now);
  return [...deps.content().papers.values()].map((paper) =>
    cardOf(paper, mySignOf(paper, mine, known)),
  );
};

export const showDocument = async (
  db: Database,
  deps: DocumentDeps,
  id: string,
  { person, now }: Asker,
): Promise<DocumentView | null> => {
  const paper = deps.content().papers.get(id);
  if (!paper) return null;
  const mine = await readSignOffs(db, person);
  const known = paper.signOff === null ? null : await deps.standingsOf(db, person, now);
  return {
    ...cardOf(paper, mySignOf(paper, mine, known)),
    owner: paper.owner,
    reviewed: paper.reviewed,
    reviewBy: paper.reviewBy,
    sha256: wordsHash(paper),
    text: paper.prose,
    signOff: paper.signOff,
    versions: deps.editions.of(id).map((edition) => editionCard(edition, mine)),
  };
};

/** Which words: those named, or the newest of the version. */
type Wish = { readonly version: number; readonly sha256: string | undefined };

const wordsOf = ({ text, signOff }: { readonly text: string; readonly signOff: string | null }) =>
  signOff === null ? text : `${text}\n\n${signOff}`;

export const showVersion = async (
  db: Database,
  deps: DocumentDeps,
  id: string,
  { version, sha256 }: Wish,
  { person }: Asker,
): Promise<OldDocument | null> => {
  const marks = deps.editions.of(id);
  const mark = marks.find(
    (one) => one.version === version && (sha256 === undefined || one.sha256 === sha256),
  );
  const edition = mark && (await readEdition(db, id, mark.sha256));
  if (!edition) return null;
  const earlier = marks.find((one) => one.version < version);
  const before = earlier ? await readEdition(db, id, earlier.sha256) : null;
  return {
    ...editionCard(edition, await readSignOffs(db, person)),
    title: edition.title,
    text: edition.prose,
    signOff: edition.signOff,
    difference: before ? [...deps.textDifference(wordsOf(before), wordsOf(edition))] : null,
  };
};
