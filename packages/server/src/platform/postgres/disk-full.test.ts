import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { faultOf, isRoot, makeFolder, start } from "./test-support.ts";

/** A small disk of its own, where the system lets us mount one. */
const makeDisk = async (size: string): Promise<string | null> => {
  const folder = await makeFolder();
  const disk = join(folder, "disk");
  await mkdir(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=711`, "tmpfs", disk], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync("umount", [disk]));
  return disk;
};

test.skipIf(!isRoot)(
  "too little room for a new database is told before it is made",
  async (context) => {
    const disk = await makeDisk("30m");
    if (!disk) return context.skip("may not mount a small disk here");
    const fault = await faultOf(join(disk, "data"));
    expect(fault.kind).toBe("disk-full");
    expect(fault.sentence).toMatch(/has \d+ MB left; a new database needs about 100 MB/);
  },
);

test.skipIf(!isRoot)(
  "a disk that filled up is told at the next start, and room heals it",
  async (context) => {
    const disk = await makeDisk("120m");
    if (!disk) return context.skip("may not mount a small disk here");
    const dataDir = join(disk, "data");
    await (await start(dataDir)).stop();
    const filler = join(disk, "filler");
    await writeFile(filler, Buffer.alloc(2 ** 27)).catch(() => undefined);
    expect(await faultOf(dataDir)).toMatchObject({ kind: "disk-full" });
    await rm(filler);
    await start(dataDir);
  },
);
