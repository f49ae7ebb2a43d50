import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findToken } from "./find-token.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-token-"));
});
afterAll(() => rm(folder, { recursive: true }));

const tokenFile = async (text: string, mode: number): Promise<string> => {
  const path = join(folder, `token-${mode.toString(8)}-${text.length}`);
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
};

describe("findToken", () => {
  it("reads a file that only its owner can read, in front of the environment", async () => {
    const path = await tokenFile("ckt_file\n", 0o600);
    expect(await findToken(path, "ckt_environment")).toEqual({ ok: true, value: "ckt_file" });
  });

  it.each([0o640, 0o604, 0o620, 0o644])("refuses a file of mode %o", async (mode) => {
    const found = await findToken(await tokenFile("ckt_file", mode), null);
    if (found.ok) throw new Error("it was read");
    expect(found.error.exit).toBe("usage");
    expect(found.error.complaint?.wayOut).toContain("chmod 600");
  });

  it("refuses what is no token, and never repeats it", async () => {
    const found = await findToken(null, "two words");
    if (found.ok) throw new Error("it was taken");
    expect(JSON.stringify(found.error)).not.toContain("two words");
  });

  it("says that a file is not there", async () => {
    const found = await findToken(join(folder, "none"), "ckt_environment");
    expect(found.ok ? "" : found.error.complaint?.says).toContain("there is no such file");
  });

  it("finds none when none is given", async () => {
    expect(await findToken(null, null)).toEqual({ ok: true, value: null });
  });
});
