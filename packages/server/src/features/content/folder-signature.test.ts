import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { folderSignature } from "./folder-signature.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "checkride-signature-"));
  await mkdir(join(root, "cases"));
  await writeFile(join(root, "cases", "a.md"), "one");
});
afterEach(() => rm(root, { recursive: true, force: true }));

it("stays as it is while nobody writes", async () => {
  expect(await folderSignature(root)).toBe(await folderSignature(root));
});

it("is another one after a file was written, added, renamed or removed", async () => {
  const seen = [await folderSignature(root)];
  await writeFile(join(root, "cases", "a.md"), "three");
  seen.push(await folderSignature(root));
  await writeFile(join(root, "cases", "b.md"), "two");
  seen.push(await folderSignature(root));
  await rename(join(root, "cases", "b.md"), join(root, "cases", "c.md"));
  seen.push(await folderSignature(root));
  await rm(join(root, "cases"), { recursive: true });
  seen.push(await folderSignature(root));
  await rm(root, { recursive: true });
  seen.push(await folderSignature(root));
  expect(new Set(seen).size).toBe(seen.length);
});

it("does not look into hidden folders", async () => {
  const before = await folderSignature(root);
  await mkdir(join(root, ".git"));
  await writeFile(join(root, ".git", "index"), "x");
  expect(await folderSignature(root)).toBe(before);
});
