import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLine } from "../test-shell.ts";

let curriculum: string;
beforeAll(async () => {
  curriculum = await mkdtemp(join(tmpdir(), "checkride-labs-"));
});
afterAll(() => rm(curriculum, { recursive: true }));

const folderOf = (id: string): string => join(curriculum, "labs", id);
const begin = (id: string, ...more: readonly string[]) =>
  runLine(["lab", "new", id, `--curriculum=${curriculum}`, ...more]);
const check = (id: string) => runLine(["lab", "check", folderOf(id)]);

// Each proof starts more than a dozen processes.
describe("a new lab", { timeout: 120_000 }, () => {
  it.each([
    ["NEW01", "fix-code-ts"],
    ["NEW03", "classify"],
  ])("%s of the kind %s passes its own check", async (id, kind) => {
    expect((await begin(id, `--kind=${kind}`)).code).toBe(0);
    const { code, text } = await check(id);
    expect(text).toContain("1 labs, all proven.");
    expect(code).toBe(0);
  });

  it("keeps the lab.yaml that announced it, and replaces nothing else", async () => {
    await begin("NEW04", "--kind=classify");
    const again = await begin("NEW04", "--kind=classify");
    expect(again.outcome.complaint?.says).toContain("holds more than lab.yaml already");
    await rm(folderOf("NEW04"), { recursive: true });
    const { code, outcome } = await begin("NEW04", "--kind=fix-code");
    expect([code, outcome.complaint?.wayOut]).toEqual([
      2,
      expect.stringMatching(/^Use one of fix-code-ts, .*classify/),
    ]);
  });
});

describe("lab check", { timeout: 120_000 }, () => {
  it("says where a lab does not hold what it promises", async () => {
    await begin("BAD01", "--kind=classify");
    const weak = join(folderOf("BAD01"), "weakened", "all-safe", "answer.ts");
    await cp(join(folderOf("BAD01"), "weakened", "all-unsafe", "answer.ts"), weak);
    const { code, text } = await check("BAD01");
    expect(code).toBe(1);
    expect(text).toContain("weakened/all-safe is not found by unsafe-recognised");
    expect(text).toContain("1 labs, 1 not proven.");
  });

  it("points at mistakes in its files before anything is run", async () => {
    await begin("BAD02", "--kind=fix-code-python");
    await rm(join(folderOf("BAD02"), "brief.md"));
    const { text } = await check("BAD02");
    expect(text).toContain("lab.yaml:1:5  error  brief.md is missing");
  });

  it("follows links into the curriculum that ships", async () => {
    await begin("BAD04", "--kind=classify");
    const brief = join(folderOf("BAD04"), "brief.md");
    await writeFile(brief, "## Task\n\nSee [one](lab:L17) and [another](lab:L77).\n");
    const { text } = await check("BAD04");
    expect(text).toContain("brief.md:3:34  error  there is no lab `L77`");
    expect(text).not.toContain("no lab `L17`");
  });

  it("says why checks.ts does not load", async () => {
    await begin("BAD03", "--kind=classify");
    await writeFile(join(folderOf("BAD03"), "checks.ts"), "export const lab = {};\n");
    expect((await check("BAD03")).text).toContain("checks.ts must export `lab`");
  });

  it("refuses a folder that is none", async () => {
    expect((await check("NONE1")).code).toBe(2);
  });
});
