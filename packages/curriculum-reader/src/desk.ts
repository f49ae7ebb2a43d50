import type { LinkTarget } from "@checkride/rules/prose";
import type { Fault, Place } from "./fault.ts";
import type { FileFault, TextFile } from "./source-file.ts";
import { faultIn } from "./source-file.ts";

/** A link inside the curriculum, to be followed once everything is read. */
export type PlacedLink = {
  readonly to: LinkTarget;
  /** Asked only where something is wrong: finding a place costs more than reading. */
  readonly place: () => Place;
};

/** Gathers what is noticed while one file is read: what is wrong, and what it points to. */
export type Desk = {
  readonly source: TextFile;
  readonly report: (place: Place, says: string, more?: FaultDetails) => void;
  readonly link: (link: PlacedLink) => void;
  readonly faults: readonly FileFault[];
  readonly links: readonly PlacedLink[];
};

export type FaultDetails = Partial<Pick<Fault, "severity" | "meant" | "cure">>;

export const openDesk = (source: TextFile): Desk => {
  const faults: FileFault[] = [];
  const links: PlacedLink[] = [];
  return {
    source,
    report: (place, says, more) => {
      faults.push(faultIn(source, place, says, more));
    },
    link: (link) => {
      links.push(link);
    },
    faults,
    links,
  };
};
