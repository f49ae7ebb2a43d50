import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("../bin/checkride.js", import.meta.url));

type Ran = { readonly code: number; readonly out: string; readonly err: string };

const start = (args: readonly string[], node: readonly string[] = []): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [...node, program, ...args], (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride boot "));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the program itself", () => {
  it("prints its version", async () => {
    expect(await start(["--version"])).toEqual({
      code: 0,
      out: expect.stringMatching(/^checkride \d+\.\d+\.\d+\n$/),
      err: "",
    });
  });

  it("ends with the code of the answer, and keeps answers and remarks apart", async () => {
    const policy = join(folder, "faulty policy.yaml");
    await writeFile(policy, "checkride: 2\n");
    const { code, out } = await start(["policy", "check", policy, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, exit: 1 });
    const wrong = await start(["policy", "chek", policy]);
    expect(wrong).toMatchObject({ code: 2, out: "" });
    expect(wrong.err).toContain("did you mean policy check?");
  });

  it("tells an old Node without the pinned one what to do", async () => {
    const older = 'Object.defineProperty(process.versions, "node", { value: "20.19.0" })';
    const { code, err } = await start(["--version"], ["--import", `data:text/javascript,${older}`]);
    expect(code).toBe(70);
    expect(err).toContain("needs Node 24");
  });
});
