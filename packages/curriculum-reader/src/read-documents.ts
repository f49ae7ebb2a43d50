import type { SignDocument } from "./catalogue.ts";
import { isText } from "./read-files.ts";
import type { Sources } from "./read-sources.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault } from "./source-file.ts";
import { decode } from "./source-file.ts";

export type DocumentsReading = {
  readonly documents: ReadonlyMap<string, SignDocument>;
  readonly faults: readonly FileFault[];
};

/** The words of a document lie beside its own file, as `text.md`. */
export const readDocuments = ({ documents }: Sources, trees: readonly Tree[]): DocumentsReading => {
  const read = new Map<string, SignDocument>();
  const faults: FileFault[] = [];
  for (const [id, { source, value, faultAt }] of documents) {
    const textFile = source.file.replace(/document\.yaml$/, "text.md");
    const found = trees.findLast(({ files }) => files.has(textFile))?.files.get(textFile);
    const text = found === undefined ? null : decode(found);
    if (text === null) {
      const says = "the words of this document are missing: put them into text.md beside it";
      faults.push(faultAt(["id"], says, { cure: "write text.md" }));
    } else if (isText(text)) {
      read.set(id, { ...value, text: text.text.trim() });
    } else {
      faults.push(text);
    }
  }
  return { documents: read, faults };
};
