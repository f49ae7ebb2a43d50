import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import { type Clock, clockNote, readClock, startClock } from "./export-clock.ts";
import { blockLine, type ExportHeader } from "./export-format.ts";
import { collectFindings, type ExportReport, type Findings } from "./export-report.ts";
import { isHash } from "./hashes.ts";
import { type JsonFields, parseJsonLine } from "./json-line.ts";
import { checkPartialRow, type PartialCheck } from "./partial-check.ts";
import { isTreeSize } from "./ranges.ts";
import { readHeader } from "./read-header.ts";
import { readRow } from "./read-row.ts";
import {
  type FileMarks,
  type Line,
  type LineProblem,
  MAX_LINE_BYTES,
  splitLines,
} from "./split-lines.ts";
import {
  addRow,
  closeBlock,
  finishTreeCheck,
  type OlderCheckpoint,
  startTreeCheck,
  type TreeCheck,
} from "./tree-check.ts";

export type VerifyOptions = {
  /** The only thing that is trusted. The key that the file names is a hint and must be this one. */
  readonly vkey: string;
  /** Signed notes that were kept from earlier: the export must contain what they signed. */
  readonly olderCheckpoints?: readonly string[];
};

type Session = {
  readonly header: ExportHeader;
  /** What the given key has signed, or null: then rows are only checked against one another. */
  readonly anchor: Checkpoint | null;
  readonly findings: Findings;
  readonly tree: TreeCheck | null;
  readonly partial: PartialCheck;
  readonly clock: Clock;
  rows: number;
  erased: number;
};

/** Reads an export as bytes, in one pass and constant memory; whatever is wrong is in the report. */
export async function verifyExport(
  chunks: AsyncIterable<Uint8Array>,
  options: VerifyOptions,
): Promise<ExportReport> {
  const findings = collectFindings();
  const marks: FileMarks = { byteOrderMark: false, crlfLines: 0, endsInNewline: true };
  let session: Session | null = null;
  let number = 0;
  for await (const batch of splitLines(chunks, marks)) {
    for (const line of batch) {
      number++;
      if (session !== null) readLine(session, line, number);
      else session = openSession(line, options, findings);
      if (session === null) return report(null, findings);
    }
  }
  if (session === null) {
    findings.fault({ row: null, line: null, code: "file-empty", message: "the file is empty" });
    return report(null, findings);
  }
  finish(session, marks);
  return report(session, findings);
}

function openSession(line: Line, options: VerifyOptions, findings: Findings): Session | null {
  if (typeof line !== "string") {
    findings.fault({ row: null, line: 1, ...lineFault(line, 1) });
    return null;
  }
  const read = readHeader(line);
  if (!read.ok) {
    for (const fault of read.error) findings.fault({ row: null, line: 1, ...fault });
    return null;
  }
  const header = read.value;
  const anchor = openAnchor(header, options.vkey, findings);
  const older = openOlder(header, anchor, options, findings);
  const size = anchor?.size ?? header.rows;
  return {
    header,
    anchor,
    findings,
    tree: header.complete ? startTreeCheck(findings, size, older) : null,
    partial: { findings, header, anchor, lastSeq: -1 },
    clock: startClock(),
    rows: 0,
    erased: 0,
  };
}

function openAnchor(header: ExportHeader, vkey: string, findings: Findings): Checkpoint | null {
  const contradicts = (what: string) => {
    const message = `header (line 1): ${what}`;
    findings.fault({ row: null, line: 1, code: "header-contradicts", message });
  };
  if (header.vkey !== vkey) contradicts(`it names the key ${header.vkey}, not the given ${vkey}`);
  if (header.complete && header.filter) contradicts("a complete export has no filter");
  const opened = openCheckpoint(header.checkpoint, vkey);
  if (!opened.ok) {
    const { code, message } = opened.error;
    findings.fault({ row: null, line: 1, code, message: `checkpoint (line 1): ${message}` });
    return null;
  }
  const { origin, size } = opened.value;
  if (header.origin !== origin) {
    contradicts(`it names the ledger "${header.origin}", its signed checkpoint "${origin}"`);
  }
  if (header.complete ? header.rows !== size : header.rows > size) {
    contradicts(`it announces ${header.rows} rows, its signed checkpoint ${size}`);
  }
  return opened.value;
}

/** The older checkpoints that can be compared; about each of the others a fault says why not. */
function openOlder(
  header: ExportHeader,
  anchor: Checkpoint | null,
  { vkey, olderCheckpoints = [] }: VerifyOptions,
  findings: Findings,
): OlderCheckpoint[] {
  const comparable: OlderCheckpoint[] = [];
  for (const note of olderCheckpoints) {
    const opened = openCheckpoint(note, vkey);
    const why = opened.ok ? olderFault(opened.value, header, anchor) : opened.error.message;
    if (why !== null) {
      const message = `older checkpoint: ${why}`;
      findings.fault({ row: null, line: null, code: "older-checkpoint", message });
    } else if (opened.ok && header.complete) {
      comparable.push(opened.value);
    }
  }
  return comparable;
}

function olderFault(
  { origin, size, root }: Checkpoint,
  header: ExportHeader,
  anchor: Checkpoint | null,
): string | null {
  if (anchor === null) return "there is no verified checkpoint to compare it with";
  if (origin !== anchor.origin) return `it is of another ledger, "${origin}"`;
  if (size === 0) return "it is of size 0 and proves nothing";
  if (size > anchor.size) {
    return `its size ${size} is larger than the export's ${anchor.size}: the export is the older one, or rows were taken away`;
  }
  if (size === anchor.size) {
    return root === anchor.root
      ? null
      : `it has the size ${size} of the export's checkpoint and another root: the ledger was signed twice with different rows`;
  }
  return header.complete
    ? null
    : `a partial export cannot be compared with size ${size}; ask for a complete one`;
}

function lineFault({ problem }: LineProblem, line: number) {
  return problem === "too-long"
    ? ({
        code: "line-too-long",
        message: `line ${line} is longer than ${MAX_LINE_BYTES} bytes and was not read`,
      } as const)
    : ({ code: "line-not-utf8", message: `line ${line} holds bytes that are no UTF-8` } as const);
}

function readLine(session: Session, line: Line, number: number): void {
  const { findings, tree } = session;
  if (typeof line !== "string") {
    findings.fault({ row: tree?.next ?? null, line: number, ...lineFault(line, number) });
    passRow(session, number);
    return;
  }
  const parsed = parseJsonLine(line);
  if (!parsed.ok) {
    const message = `line ${number}: ${parsed.error}`;
    findings.fault({ row: tree?.next ?? null, line: number, code: "row-malformed", message });
    if (line !== "") passRow(session, number);
  } else if (tree !== null && Object.hasOwn(parsed.value, "block")) {
    readBlock(tree, line, parsed.value, number);
  } else {
    readRowLine(session, line, parsed.value, number);
  }
}

/** A line that cannot be read stands for a row, so that the rows after it are not called missing. */
function passRow(session: Session, line: number): void {
  session.rows++;
  if (session.tree) addRow(session.tree, { seq: null, line, stated: null, computed: null });
}

function readBlock(tree: TreeCheck, line: string, fields: JsonFields, number: number): void {
  const { block, root } = fields;
  const readable = typeof block === "number" && isTreeSize(block) && isHash(root);
  if (readable && blockLine(block, root) === line) {
    closeBlock(tree, block, root, number);
    return;
  }
  const message = `line ${number} closes a block, but is not exactly {"block":number,"root":"64 hex digits"}`;
  tree.findings.fault({ row: null, line: number, code: "block-line", message });
}

function readRowLine(session: Session, line: string, fields: JsonFields, number: number): void {
  const { findings, tree, clock, partial } = session;
  const reading = readRow(line, fields, tree === null);
  const { seq, entry } = reading;
  for (const { code, message } of reading.faults) {
    const named = seq === null ? `line ${number}` : `row ${seq} (line ${number})`;
    findings.fault({ row: seq, line: number, code, message: `${named}: ${message}` });
  }
  session.rows++;
  if (reading.erased) session.erased++;
  if (entry !== null && seq !== null) readClock(clock, entry.at, seq, number);
  if (tree === null) {
    checkPartialRow(partial, reading, number);
  } else {
    const { statedLeaf: stated, computedLeaf: computed } = reading;
    addRow(tree, { seq, line: number, stated, computed });
  }
}

function finish({ header, anchor, findings, tree, clock, rows }: Session, marks: FileMarks): void {
  if (tree !== null) {
    finishTreeCheck(tree, anchor?.root ?? null);
  } else {
    if (rows !== header.rows) {
      const message = `the header announces ${header.rows} rows, the file holds ${rows}: it was cut or added to`;
      findings.fault({ row: null, line: null, code: "rows-missing", message });
    }
    const message =
      "a partial export proves the rows it holds, not that no others would belong to it";
    findings.note({ code: "partial", message });
  }
  const setBack = clockNote(clock);
  if (setBack !== null) findings.note({ code: "clock-set-back", message: setBack });
  const found = [
    ...(marks.byteOrderMark ? ["a byte order mark"] : []),
    ...(marks.crlfLines > 0 ? [`Windows line ends on ${marks.crlfLines} lines`] : []),
    ...(marks.endsInNewline ? [] : ["no line end after the last line"]),
  ];
  if (found.length === 0) return;
  const message = `the file is not byte for byte what was exported: ${found.join(", ")}; what it says is the same`;
  findings.note({ code: "file-marks", message });
}

function report(session: Session | null, findings: Findings): ExportReport {
  const { origin = null, size = null, root = null } = session?.anchor ?? {};
  return {
    ok: findings.faultCount() === 0,
    complete: session?.header.complete ?? false,
    rows: session?.rows ?? 0,
    erased: session?.erased ?? 0,
    origin,
    size,
    root,
    faults: findings.faults,
    faultCount: findings.faultCount(),
    notes: findings.notes,
  };
}
