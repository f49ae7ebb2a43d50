import fc from "fast-check";
import { expect, test } from "vitest";
import { type FileMarks, type Line, MAX_LINE_BYTES, splitLines } from "./split-lines.ts";

async function split(bytes: Uint8Array, chunkBytes: number) {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += chunkBytes) {
      yield bytes.subarray(from, from + chunkBytes);
    }
  }
  const marks: FileMarks = { byteOrderMark: false, crlfLines: 0, endsInNewline: true };
  let lines: Line[] = [];
  for await (const batch of splitLines(chunks(), marks)) lines = lines.concat(batch);
  return { lines, marks };
}

test("lines are the same however the bytes arrive", async () => {
  const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n\ufeff]/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 20 }), async (lines, chunkBytes) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(""));
      const { lines: found, marks } = await split(bytes, chunkBytes);
      expect(found).toEqual(lines);
      expect(marks).toEqual({ byteOrderMark: false, crlfLines: 0, endsInNewline: true });
    }),
  );
});

test("marks of other systems are taken off and counted", async () => {
  const { lines, marks } = await split(Buffer.from("\ufeffone\r\ntwo\nthree\r\n\ufefffour"), 3);
  expect(lines).toEqual(["one", "two", "three", "\ufefffour"]);
  expect(marks).toEqual({ byteOrderMark: true, crlfLines: 2, endsInNewline: false });
});

test("only the line that is no UTF-8 is lost", async () => {
  const bytes = Buffer.concat([Buffer.from("one\n"), Buffer.of(0xc3), Buffer.from("\nthree\n")]);
  expect((await split(bytes, 100)).lines).toEqual(["one", { problem: "not-utf8" }, "three"]);
});

test("only the line that is too long is lost, at the end of the file too", async () => {
  const long = "x".repeat(2 * MAX_LINE_BYTES);
  const tooLong = { problem: "too-long" };
  const inside = await split(Buffer.from(`one\n${long}\nthree\n`), 65_536);
  expect(inside.lines).toEqual(["one", tooLong, "three"]);
  const last = await split(Buffer.from(`one\n${long}`), 65_536);
  expect(last.lines).toEqual(["one", tooLong]);
  expect(last.marks.endsInNewline).toBe(false);
});

test("a file of a million empty lines is no trouble", async () => {
  expect((await split(Buffer.alloc(1_100_000, "\n"), 1_100_000)).lines).toHaveLength(1_100_000);
});
