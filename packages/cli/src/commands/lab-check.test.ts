import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

const change = async (id: string, file: string, from: string, to: string): Promise<void> => {
  const path = join(folderOf(id), file);
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
};

// Each proof starts more than a dozen processes.
describe("a new lab", { timeout: 120_000 }, () => {
  it.each([
    ["NEW01", "fix-code-ts"],
    ["NEW02", "fix-code-python"],
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
      "Use one of fix-code-ts, fix-code-python, classify.",
    ]);
  });
});

describe("lab check", { timeout: 120_000 }, () => {
  it("says of a start that passes, of a weak solution that is not weak, and of one weak in another way", async () => {
    await begin("BAD01", "--kind=fix-code-ts");
    await change("BAD01", "start/main.ts", "return true", "return person === order.owner");
    const capitals = "weakened/capitals-ignored/main.ts";
    await change("BAD01", capitals, "person.toLowerCase()", "person");
    const alike = "weakened/begins-alike/main.ts";
    await change("BAD01", alike, "allowed: false", "allowed: null");
    const { code, text } = await check("BAD01");
    expect(code).toBe(1);
    expect(text).toContain("the start passes");
    expect(text).toContain("weakened/capitals-ignored is not found by capitals");
    expect(text).toContain("weakened/begins-alike fails for another reason");
    expect(text).toContain('wanted {"allowed":false,"total":null}');
  });

  it("says which tricks pass, and that every attempt asks the same", async () => {
    await begin("BAD02", "--kind=fix-code-ts");
    const cases =
      'import type { Check } from "@checkride/range/checks";\n' +
      'const one = { args: ["ada"], wants: null };\n' +
      "export const checks: readonly Check[] = [\n" +
      '  { id: "own-order", half: "works", says: "A", why: "B", cases: () => [one] },\n' +
      '  { id: "foreign-order", half: "attacks", says: "A", why: "B", cases: () => [one] },\n' +
      '  { id: "look-alike", half: "attacks", says: "A", why: "B", cases: () => [one] },\n' +
      '  { id: "capitals", half: "attacks", says: "A", why: "B", cases: () => [one] },\n' +
      "];\n";
    await writeFile(join(folderOf("BAD02"), "checks.ts"), cases);
    const { text } = await check("BAD02");
    expect(text).toContain("this program passes and must not: answer null to everything");
    expect(text).toContain("no hidden case of the half “works” differs between two seeds");
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
