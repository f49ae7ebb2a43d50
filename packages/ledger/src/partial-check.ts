import type { Checkpoint } from "./checkpoint.ts";
import type { ExportFilter, ExportHeader } from "./export-format.ts";
import type { ExportFault, Findings } from "./export-report.ts";
import type { RowReading } from "./read-row.ts";
import { verifyInclusion } from "./verify-proof.ts";

export type PartialCheck = {
  readonly findings: Findings;
  readonly header: ExportHeader;
  readonly anchor: Checkpoint | null;
  lastSeq: number;
};

/** Each row of a partial export stands on its own proof. */
export function checkPartialRow(check: PartialCheck, reading: RowReading, line: number): void {
  const { findings, header, anchor } = check;
  const { seq, statedLeaf: leaf, proof } = reading;
  if (seq === null) return;
  const fault = (code: ExportFault["code"], message: string) =>
    findings.fault({ row: seq, line, code, message: `row ${seq} (line ${line}): ${message}` });
  if (seq <= check.lastSeq) fault("row-order", `it comes after row ${check.lastSeq}`);
  check.lastSeq = Math.max(check.lastSeq, seq);
  if (header.filter && !matches(header.filter, reading)) {
    fault("row-outside-filter", "it does not belong to what the header says was asked for");
  }
  if (anchor === null || leaf === null) return;
  const { size, root } = anchor;
  if (seq >= size) {
    fault("row-beyond-checkpoint", `it is more than the ${size} rows of the checkpoint`);
  } else if (!verifyInclusion({ index: seq, size, leaf, proof, root })) {
    fault("row-proof", "its proof does not lead from its leaf hash to the signed root");
  }
}

function matches(filter: ExportFilter, { entry, person, erased }: RowReading): boolean {
  if (entry === null) return true;
  const { at, kind } = entry;
  return (
    (filter.kind === undefined || filter.kind === kind) &&
    (filter.from === undefined || filter.from <= at) &&
    (filter.to === undefined || at < filter.to) &&
    // Whom an erased row was about is known to nobody any more.
    (filter.person === undefined || erased || filter.person === person)
  );
}
