import type { CurriculumReading } from "@checkride/curriculum-reader/read-curriculum";
import type { ThreatLists } from "@checkride/curriculum-reader/read-threats";
import type { Tree } from "@checkride/curriculum-reader/read-tree";
import type { Content } from "./content.ts";

/** `shipped` came with the product, `own` lies in the organisation's own folder and over the other. */
export const folders = ["shipped", "own"] as const;
export type Folder = (typeof folders)[number];

export type Layer = { readonly folder: Folder; readonly tree: Tree };

/** What is taught. One object for a process: what comes into force later is put into it. */
export type Curriculum = {
  content: Content;
  threats: ThreatLists;
  readonly builtInPolicy: string;
  /** The organisation's own folder. */
  readonly ownFolder: string | null;
  readonly readFolders: () => Promise<readonly Layer[]>;
  readonly contentOf: (reading: CurriculumReading) => Content;
  /** What the folders held at the start; reading them costs most of a start, so it is done once. */
  readonly atStart: { readonly layers: readonly Layer[]; readonly reading: CurriculumReading };
};
