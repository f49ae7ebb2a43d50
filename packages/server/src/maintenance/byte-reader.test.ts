import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeByteReader } from "./byte-reader.ts";

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (const size of sizes) {
    yield bytes.subarray(from, from + size);
    from += size;
  }
  yield bytes.subarray(from);
}

const all = async (chunks: AsyncGenerator<Buffer>): Promise<Buffer> => {
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
};

describe("makeByteReader", () => {
  it("reads the same whatever pieces the stream comes in", async () => {
    const run = fc.uint8Array({ maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(run, run, fc.array(fc.nat(9)), async (first, second, sizes) => {
        const bytes = Buffer.concat([
          Buffer.from("a line\n"),
          first,
          second,
          Buffer.from("the end\n"),
        ]);
        const reader = makeByteReader(inPieces(bytes, sizes));
        expect(await reader.line(100)).toBe("a line");
        expect(await all(reader.take(first.length))).toEqual(Buffer.from(first));
        expect(await all(reader.take(second.length))).toEqual(Buffer.from(second));
        expect(await reader.line(100)).toBe("the end");
        expect(await reader.isAtEnd()).toBe(true);
      }),
    );
  });

  it("answers fewer bytes where the stream ends, and no line without its end", async () => {
    const reader = makeByteReader(inPieces(Buffer.from("abc"), []));
    expect((await all(reader.take(2))).toString()).toBe("ab");
    expect(await reader.line(100)).toBeNull();
  });

  it("does not read on for ever in search of a line end", async () => {
    let given = 0;
    const endless = async function* () {
      for (;;) {
        given += 100;
        yield Buffer.alloc(100, "x");
      }
    };
    expect(await makeByteReader(endless()).line(1_000)).toBeNull();
    expect(given).toBeLessThan(2_000);
  });
});
