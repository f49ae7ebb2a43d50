import type { OpenLab } from "@checkride/range/labs/open-lab";
import {
  codePieces,
  gramsOf,
  likenessOf,
  printsOf,
  wordPieces,
} from "@checkride/rules/labs/likeness";
import type { Database } from "../../platform/database.ts";
import type { StoredFile } from "../../platform/lab-tables.ts";
import type { Waiting } from "./attempt-store.ts";
import { insertLikenesses, readAlike } from "./likeness-store.ts";

/** Shorter answers are names and choices, which are right or wrong and nobody's own. */
const writtenCharsMin = 40;

const writtenIn = ({ text }: StoredFile): readonly string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(([, said = ""]) =>
    said.length < writtenCharsMin ? [] : [said],
  );

/** Of code all of it, of answers what was written in one's own words. */
const piecesOf = ({ lab }: OpenLab, file: StoredFile): readonly (readonly string[])[] =>
  lab.run === null && lab.edit.length === 0
    ? writtenIn(file).map(wordPieces)
    : [codePieces(file.path, file.text)];

/** What is alike because everybody was given it, or because it is the model. */
const knownTo = (open: OpenLab, seed: string): ReadonlySet<number> => {
  const { begin, proof, lab } = open;
  const begun = begin(seed);
  const given = [
    ...begun.files,
    ...proof.reference(seed),
    ...lab.accepted.flatMap(({ id }) => proof.accepted(id, seed)),
    { path: "asked.json", text: JSON.stringify(begun.asked) },
  ];
  return new Set(given.flatMap((file) => piecesOf(open, file).flatMap(gramsOf)));
};

/** Fingerprints of what somebody made themselves. */
export const printsOfAttempt = (
  open: OpenLab,
  { seed, files }: Pick<Waiting, "seed" | "files">,
): number[] => {
  const known = knownTo(open, seed);
  const prints = files.flatMap((file) =>
    piecesOf(open, file).flatMap((pieces) => printsOf(pieces, known)),
  );
  return [...new Set(prints)].toSorted((a, b) => a - b);
};

/** A hint for an owner to look. It changes nothing for anybody. */
export const noteLikeness = async (
  tx: Database,
  { id, lab, personId }: Pick<Waiting, "id" | "lab" | "personId">,
  prints: readonly number[],
  now: Date,
): Promise<void> => {
  const others = await readAlike(tx, { lab, personId, prints });
  const found = others.flatMap(({ id: other, prints: theirs }) => {
    const likeness = likenessOf(prints, theirs ?? []);
    return likeness === null ? [] : [{ one: other, other: id, lab, ...likeness, foundAt: now }];
  });
  await insertLikenesses(tx, found);
};
