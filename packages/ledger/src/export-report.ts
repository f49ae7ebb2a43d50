import type { CheckpointFault } from "./checkpoint.ts";
import type { Hash } from "./hashes.ts";

export type ExportFaultCode =
  | CheckpointFault["code"]
  | "file-empty"
  | "line-too-long"
  | "line-not-utf8"
  | "header-missing"
  | "header-malformed"
  | "header-contradicts"
  | "row-malformed"
  | "row-not-canonical"
  | "row-content"
  | "row-entry"
  | "row-proof"
  | "row-outside-filter"
  | "row-order"
  | "row-beyond-checkpoint"
  | "rows-missing"
  | "block-line"
  | "block-root"
  | "root"
  | "older-checkpoint";

export type ExportFault = {
  /** The row's `seq`, of a block its first row's; null where no row is meant. */
  readonly row: number | null;
  readonly line: number | null;
  readonly code: ExportFaultCode;
  readonly message: string;
};

export type ExportNote = {
  readonly code: "clock-set-back" | "file-marks" | "partial" | "older-checkpoint";
  readonly message: string;
};

export type ExportReport = {
  /** True only if nothing at all was found. */
  readonly ok: boolean;
  /** Whether the file claims to hold every row; a partial one proves only the rows it holds. */
  readonly complete: boolean;
  readonly rows: number;
  readonly erased: number;
  /** Of the checkpoint that the given key has signed; null if there is none. */
  readonly origin: string | null;
  readonly size: number | null;
  readonly root: Hash | null;
  /** The first faults found; `faultCount` counts all. */
  readonly faults: readonly ExportFault[];
  readonly faultCount: number;
  readonly notes: readonly ExportNote[];
};

/** Enough to show the extent of the damage; a file of millions of faults must not fill memory. */
const LISTED_FAULTS = 1_000;

const MESSAGE_MAX_LENGTH = 1_000;

/** A hostile file may name a field with four million letters. Copied, for a slice keeps its source. */
const clip = (message: string): string =>
  message.length <= MESSAGE_MAX_LENGTH
    ? message
    : `${Buffer.from(message.slice(0, MESSAGE_MAX_LENGTH)).toString()}…`;

export type Findings = {
  readonly fault: (fault: ExportFault) => void;
  readonly note: (note: ExportNote) => void;
  readonly faults: readonly ExportFault[];
  readonly notes: readonly ExportNote[];
  readonly faultCount: () => number;
};

export function collectFindings(): Findings {
  const faults: ExportFault[] = [];
  const notes: ExportNote[] = [];
  let count = 0;
  return {
    fault(fault) {
      count++;
      if (faults.length < LISTED_FAULTS) faults.push({ ...fault, message: clip(fault.message) });
    },
    note(note) {
      notes.push(note);
    },
    faults,
    notes,
    faultCount: () => count,
  };
}

export const rowsNamed = (first: number, last: number): string =>
  first === last ? `row ${first}` : `rows ${first}–${last}`;
