import type { z } from "zod";
import type { documentSchema } from "./catalogue-schemas.ts";
import type { Paper } from "./curriculum.ts";
import type { PlacedLink } from "./desk.ts";
import { openDesk } from "./desk.ts";
import { bodyPlaces } from "./markdown/body-places.ts";
import { readProse } from "./markdown/read-prose.ts";
import type { ReadFile } from "./read-files.ts";
import { isText } from "./read-files.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault, TextFile } from "./source-file.ts";
import { decode } from "./source-file.ts";

export type DocumentFile = ReadFile<z.infer<typeof documentSchema>>;

export type DocumentsReading = {
  readonly papers: ReadonlyMap<string, Paper>;
  readonly links: readonly (PlacedLink & { readonly source: TextFile })[];
  readonly faults: readonly FileFault[];
};

/** The words of a document lie beside its own file, as `text.md`. */
export const readDocuments = (
  documents: ReadonlyMap<string, DocumentFile>,
  trees: readonly Tree[],
): DocumentsReading => {
  const papers = new Map<string, Paper>();
  const links: (PlacedLink & { readonly source: TextFile })[] = [];
  const faults: FileFault[] = [];
  for (const [id, document] of documents) {
    const text = textOf(document, trees);
    if (!isText(text)) {
      faults.push(text);
      continue;
    }
    const desk = openDesk(text);
    papers.set(id, paperOf(document, text.text.trim(), desk, text));
    if (document.value.kind === "policy" && document.value.signOff === undefined) {
      const says = "a policy is signed, but `signOff` is missing";
      faults.push(document.faultAt(["kind"], says, { cure: "add the sentences that are signed" }));
    }
    links.push(...desk.links.map((link) => ({ ...link, source: text })));
    faults.push(...desk.faults);
  }
  return { papers, links, faults };
};

const textOf = (
  { source, faultAt }: DocumentFile,
  trees: readonly Tree[],
): TextFile | FileFault => {
  const file = source.file.replace(/document\.yaml$/, "text.md");
  const found = trees.findLast(({ files }) => files.has(file))?.files.get(file);
  if (found !== undefined) return decode(found);
  const says = "the words of this document are missing: put them into text.md beside it";
  return faultAt(["id"], says, { cure: "write text.md" });
};

const paperOf = (
  { value }: DocumentFile,
  text: string,
  desk: ReturnType<typeof openDesk>,
  source: TextFile,
): Paper => ({
  id: value.id,
  title: value.title,
  kind: value.kind,
  version: value.version,
  minutes: value.minutes,
  owner: value.owner,
  reviewed: value.reviewed,
  reviewBy: value.reviewBy,
  text,
  prose: readProse(source.text, {
    ...desk,
    placeOf: bodyPlaces(source.text, 1),
    // A document has no steps above its headings.
    headingLevel: (level) => (level <= 2 ? 3 : 4),
  }),
  signOff: value.signOff ?? null,
});
