import { createHash } from "node:crypto";
import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { Curriculum } from "@checkride/curriculum-reader/curriculum";

/** What is taught now: the whole of it, keys of exercises included, and the list of what there is. */
export type Content = Curriculum & { readonly catalogue: Catalogue };

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Names the words of a document, the sentences that are signed among them. */
export const wordsHash = (paper: { readonly text: string; readonly signOff: string | null }) =>
  sha256(paper.signOff === null ? paper.text : `${paper.text}\n\n${paper.signOff}`);
