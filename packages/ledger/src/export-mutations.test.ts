import fc from "fast-check";
import { expect, test } from "vitest";
import {
  completeExport,
  makeRows,
  partialExport,
  verifyBytes,
  verifyLines,
} from "./export.test-data.ts";

const rows = makeRows(270);
const lines = await completeExport(rows);
const bytes = Buffer.from(`${lines.join("\n")}\n`);
const partial = await partialExport(rows, ({ seq }) => seq % 50 === 3);
const partialBytes = Buffer.from(`${partial.join("\n")}\n`);

/** Bytes after which the file still says the same: what Windows adds, what an editor cuts. */
const sameWords = (changed: Buffer): string =>
  changed.toString("latin1").replaceAll("\r\n", "\n").replace(/\n$/, "");

async function refusedOrTheSame(original: Buffer, changed: Buffer): Promise<void> {
  const report = await verifyBytes(changed);
  if (sameWords(changed) !== sameWords(original)) expect(report.ok).toBe(false);
}

test.each([
  ["complete", bytes],
  ["partial", partialBytes],
])("any changed, added or removed byte of a %s export is refused", async (_name, original) => {
  const place = fc.nat(original.length - 1);
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 0, max: 255 }), async (at, byte) => {
      const before = original.subarray(0, at);
      const after = original.subarray(at + 1);
      await refusedOrTheSame(original, Buffer.concat([before, Buffer.of(byte), after]));
      await refusedOrTheSame(original, Buffer.concat([before, after]));
      const added = [before, Buffer.of(byte), original.subarray(at)];
      await refusedOrTheSame(original, Buffer.concat(added));
    }),
    { numRuns: 100 },
  );
});

test("removing, repeating or moving any line is refused", async () => {
  const place = fc.nat(lines.length - 1);
  await fc.assert(
    fc.asyncProperty(place, place, async (from, to) => {
      const line = lines[from] ?? "";
      const removed = lines.toSpliced(from, 1);
      expect((await verifyLines(removed)).ok).toBe(false);
      expect((await verifyLines(lines.toSpliced(to, 0, line))).ok).toBe(false);
      if (from !== to) {
        expect((await verifyLines(removed.toSpliced(to, 0, line))).ok).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test("cutting the file anywhere is refused, but for its last newline", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 2), async (length) => {
      expect((await verifyBytes(bytes.subarray(0, length))).ok).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test("any field of any row replaced by any JSON is refused", async () => {
  const names = [
    "seq",
    "id",
    "at",
    "kind",
    "commitment",
    "leaf",
    "salt",
    "person",
    "actor",
    "body",
  ];
  const place = fc.integer({ min: 1, max: lines.length - 1 });
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(...names), fc.jsonValue(), async (at, name, value) => {
      const fields: Record<string, unknown> = JSON.parse(lines[at] ?? "");
      if (JSON.stringify(fields[name]) === JSON.stringify(value)) return;
      const changed = JSON.stringify({ ...fields, [name]: value });
      if (changed !== lines[at]) {
        expect((await verifyLines(lines.with(at, changed))).ok).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test("random bytes are a report, never a crash", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (noise) => {
      expect((await verifyBytes(Buffer.from(noise))).ok).toBe(false);
      const [header = ""] = lines;
      const after = Buffer.concat([Buffer.from(`${header}\n`), noise]);
      expect((await verifyBytes(after)).ok).toBe(false);
    }),
  );
});

test("erasing any rows keeps every root and verifies", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(rows.length - 1)), async (gone) => {
      const erased = rows.map((row) => (gone.includes(row.seq) ? { ...row, content: null } : row));
      const report = await verifyLines(await completeExport(erased));
      expect(report.faults).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
