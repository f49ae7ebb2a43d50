import type { Checkpoint } from "./checkpoint.ts";
import { BLOCK_ROWS } from "./export-format.ts";
import { type Findings, rowsNamed } from "./export-report.ts";
import type { Hash } from "./hashes.ts";
import { appendLeaves, emptyFrontier, type Frontier, foldRight, rootOfLeaves } from "./tree.ts";

// The claims of a complete export form a chain: content, commitment, leaf, block root, signed root.
// Every link is compared with the next one's claim and then the *claim* is carried on, so that one
// change gives one fault at the narrowest place, and the places above it still prove the rest.

/** The tree over block roots: as the block lines state them, and as the rows give them. */
type Roots = { stated: Frontier | null; computed: Frontier | null };

export type OlderCheckpoint = Pick<Checkpoint, "size" | "root">;

export type TreeCheck = {
  readonly findings: Findings;
  /** How many rows there have to be. */
  readonly size: number;
  /** Older checkpoints that are still ahead, smallest first. */
  older: readonly OlderCheckpoint[];
  /** The largest older size up to which the rows proved unchanged. */
  provedSize: number;
  next: number;
  block: number;
  leaves: { stated: Hash | null; computed: Hash | null }[];
  roots: Roots;
  tail: { stated: Hash; computed: Hash } | null;
};

export function startTreeCheck(
  findings: Findings,
  size: number,
  older: readonly OlderCheckpoint[],
): TreeCheck {
  return {
    findings,
    size,
    older: older.toSorted((a, b) => a.size - b.size),
    provedSize: 0,
    next: 0,
    block: 0,
    leaves: [],
    roots: { stated: emptyFrontier, computed: emptyFrontier },
    tail: null,
  };
}

type RowLeaf = { seq: number | null; line: number; stated: Hash | null; computed: Hash | null };

/** A row whose number cannot be read is taken for the one that was due. */
export function addRow(check: TreeCheck, { seq, line, stated, computed }: RowLeaf): void {
  const row = seq ?? check.next;
  if (row >= check.size) {
    const message = `row ${row} (line ${line}) is more than the ${check.size} rows of the checkpoint`;
    check.findings.fault({ row, line, code: "row-beyond-checkpoint", message });
    return;
  }
  if (row < check.next) {
    const message = `row ${row} (line ${line}) comes after row ${check.next - 1}: repeated or out of order`;
    check.findings.fault({ row, line, code: "row-order", message });
    return;
  }
  if (row > check.next) reportMissing(check, row - 1, line, `before row ${row} (line ${line})`);
  openBlockOf(check, row, line);
  const offset = row % BLOCK_ROWS;
  while (check.leaves.length < offset) check.leaves.push({ stated: null, computed: null });
  check.leaves.push({ stated, computed: computed ?? stated });
  check.next = row + 1;
  compareOlder(check, line);
}

function reportMissing(check: TreeCheck, last: number, line: number | null, where: string): void {
  const row = check.next;
  const message = `${rowsNamed(row, last)} missing ${where}`;
  check.findings.fault({ row, line, code: "rows-missing", message });
}

function openBlockOf(check: TreeCheck, row: number, line: number): void {
  const block = Math.floor(row / BLOCK_ROWS);
  if (block === check.block) return;
  const message = `the line that closes block ${check.block} is missing before row ${row} (line ${line})`;
  check.findings.fault({ row, line, code: "block-line", message });
  finishBlock(check, null, line);
  if (block > check.block) check.roots = { stated: null, computed: null };
  check.block = block;
}

const rowsIn = (check: TreeCheck, block: number): number =>
  Math.min(BLOCK_ROWS, check.size - block * BLOCK_ROWS);

/** The line after a block's rows. */
export function closeBlock(check: TreeCheck, block: number, root: Hash, line: number): void {
  if (block !== check.block || rowsIn(check, block) <= 0) {
    const message = `line ${line} closes block ${block} where block ${check.block} is open`;
    check.findings.fault({ row: null, line, code: "block-line", message });
    return;
  }
  const last = block * BLOCK_ROWS + rowsIn(check, block) - 1;
  if (check.next <= last) {
    reportMissing(check, last, line, `before line ${line}, which closes their block`);
    check.next = last + 1;
  }
  finishBlock(check, root, line);
}

function finishBlock(check: TreeCheck, given: Hash | null, line: number | null): void {
  const count = rowsIn(check, check.block);
  const whole = check.leaves.length === count;
  const statedRoot = whole ? rootOf(check.leaves.map(({ stated }) => stated)) : null;
  const altered = check.leaves.some(({ stated, computed }) => stated !== computed);
  const computedRoot = altered ? rootOf(check.leaves.map(({ computed }) => computed)) : statedRoot;
  // Leaf fields that do not fit their rows have been reported; rows that fit the block are no news.
  if (given !== null && statedRoot !== null && ![statedRoot, computedRoot].includes(given)) {
    const row = check.block * BLOCK_ROWS;
    const named = rowsNamed(row, row + count - 1);
    const message = `${named} do not give the root that line ${line} states for their block: computed ${statedRoot}, stated ${given}; at least one of them was changed together with its leaf hash, or the block line was`;
    check.findings.fault({ row, line, code: "block-root", message });
  }
  const stated = given ?? statedRoot;
  extendRoots(check, count, stated, computedRoot ?? stated);
  check.block++;
  check.leaves = [];
}

function rootOf(leaves: readonly (Hash | null)[]): Hash | null {
  const known = leaves.filter((leaf) => leaf !== null);
  return known.length === leaves.length ? rootOfLeaves(known) : null;
}

function extendRoots(
  check: TreeCheck,
  count: number,
  stated: Hash | null,
  computed: Hash | null,
): void {
  const { roots } = check;
  if (stated === null || computed === null || roots.stated === null || roots.computed === null) {
    check.roots = { stated: null, computed: null };
  } else if (count < BLOCK_ROWS) {
    check.tail = { stated, computed };
  } else {
    check.roots = {
      stated: appendLeaves(roots.stated, [stated]),
      computed: appendLeaves(roots.computed, [computed]),
    };
  }
}

function compareOlder(check: TreeCheck, line: number): void {
  const [due] = check.older;
  if (due === undefined || due.size > check.next) return;
  check.older = check.older.slice(1);
  const part = rootOf(check.leaves.map(({ stated }) => stated));
  const { stated } = check.roots;
  if (due.size === check.next && part !== null && stated !== null) {
    const root = foldRight([...stated.subtrees, part]);
    const named = rowsNamed(0, due.size - 1);
    if (root === due.root) {
      check.provedSize = due.size;
      const message = `${named} are as the older checkpoint of size ${due.size} signed them`;
      check.findings.note({ code: "older-checkpoint", message });
    } else {
      const message = `${named} do not give the root that the older checkpoint of size ${due.size} signed: recomputed ${root}, signed ${due.root}; history before row ${due.size} was rewritten after it`;
      check.findings.fault({ row: null, line, code: "older-checkpoint", message });
    }
  } else {
    const message = `the older checkpoint of size ${due.size} could not be compared, because rows before it are missing or unreadable`;
    check.findings.fault({ row: null, line, code: "older-checkpoint", message });
  }
  compareOlder(check, line);
}

/** After the last line. `signedRoot` is null when no signature could be verified. */
export function finishTreeCheck(check: TreeCheck, signedRoot: Hash | null): void {
  const { findings, size } = check;
  if (check.next < size) {
    const after = check.next === 0 ? "without any row" : `after row ${check.next - 1}`;
    reportMissing(check, size - 1, null, `at the end: the file ends ${after}, it was cut`);
  }
  if (check.leaves.length > 0) {
    const message = `the line that closes block ${check.block} is missing at the end of the file`;
    findings.fault({ row: null, line: null, code: "block-line", message });
    finishBlock(check, null, null);
  }
  for (const { size: olderSize } of check.older) {
    const message = `the older checkpoint of size ${olderSize} could not be compared, because the file ends before its last row`;
    findings.fault({ row: null, line: null, code: "older-checkpoint", message });
  }
  if (signedRoot !== null && check.next === size) compareRoot(check, signedRoot);
}

function compareRoot({ findings, roots, tail, size, provedSize }: TreeCheck, signed: Hash): void {
  const fault = (message: string) =>
    findings.fault({ row: null, line: null, code: "root", message });
  if (roots.stated === null || roots.computed === null) {
    fault("the root could not be recomputed, because whole blocks are missing");
    return;
  }
  const stated = foldRight([...roots.stated.subtrees, ...(tail === null ? [] : [tail.stated])]);
  if (stated === signed) return;
  const computed = foldRight([...roots.computed.subtrees, ...(tail ? [tail.computed] : [])]);
  if (computed === signed) {
    fault(
      "the rows give the signed root, but leaf hashes or block lines in the file do not: those were changed",
    );
    return;
  }
  const where =
    provedSize > 0 && provedSize < size
      ? `; an older checkpoint proves rows 0–${provedSize - 1}, so the change lies in ${rowsNamed(provedSize, size - 1)}`
      : "";
  fault(
    `the rows were changed consistently after sealing: recomputed root ${computed}, signed root ${signed}${where}`,
  );
}
