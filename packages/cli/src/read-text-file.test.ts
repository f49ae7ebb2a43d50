import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTextFile } from "./read-text-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-text-"));
});
afterAll(() => rm(folder, { recursive: true }));

const reading = async (bytes: Buffer, bytesMax = 1000): Promise<string> => {
  const path = join(folder, "file");
  await writeFile(path, bytes);
  const text = await readTextFile(path, bytesMax);
  return text.ok ? text.value : (text.error.complaint?.says ?? "");
};

describe("readTextFile", () => {
  it("reads UTF-8", async () => {
    expect(await reading(Buffer.from("Zoë\n"))).toBe("Zoë\n");
  });

  it("names the first line that is no UTF-8, instead of replacing a name's letters", async () => {
    expect(await reading(Buffer.from("a\nb\nZo\u00eb\n", "latin1"))).toContain("line 3");
  });

  it("refuses a file that is too large before it reads on", async () => {
    expect(await reading(Buffer.alloc(1001), 1000)).toContain("1,001 bytes");
  });

  it("says what is wrong with the path", async () => {
    const missing = await readTextFile(join(folder, "none"), 10);
    expect(missing.ok ? "" : missing.error.complaint?.says).toContain("there is no such file");
    const isFolder = await readTextFile(folder, 10);
    expect(isFolder.ok ? "" : isFolder.error.complaint?.says).toContain("it is a folder");
  });
});
