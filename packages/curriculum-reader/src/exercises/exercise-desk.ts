import type { Prose, Rich } from "@checkride/rules/prose";
import type { FaultDetails } from "../desk.ts";
import type { Path, Place } from "../fault.ts";

/** What the reader of an exercise needs: texts read where they stand, and a place for every fault. */
export type ExerciseDesk = {
  readonly rich: (text: string, path: Path) => Rich;
  readonly prose: (text: string, path: Path) => Prose;
  readonly report: (path: Path, says: string, more?: FaultDetails) => void;
  /** A fault inside a text, at a character counted from 0. */
  readonly reportInside: (
    path: Path,
    text: string,
    span: { readonly at: number; readonly length: number },
    says: string,
    more?: FaultDetails,
  ) => void;
  /** A file beside the one that is read; null where there is none. */
  readonly beside: (name: string) => string | null;
  readonly besideNames: readonly string[];
  readonly placeOf: (path: Path) => Place;
};
