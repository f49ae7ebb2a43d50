import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLabFolder } from "@checkride/curriculum-reader/lab/read-lab-folder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRange, type Range } from "../../run-cases.ts";
import { buildTestProgram, type TestProgram } from "../../test-program.ts";
import { loadLab } from "../load-lab.ts";
import { type NewKind, newLab } from "../new/new-lab.ts";
import { proveLab } from "./prove-lab.ts";

const cache = fileURLToPath(new URL("../../../../../.cache", import.meta.url));

let program: TestProgram;
let range: Range;
let labs: string;
beforeAll(async () => {
  program = await buildTestProgram();
  range = createRange({
    reuse: true,
    programFile: program.file,
    perPersonMax: 1000,
    waitingMax: 1000,
  });
  // Inside: the test runner's own loader finds our packages only from there.
  await mkdir(cache, { recursive: true });
  labs = await mkdtemp(join(cache, "labs-"));
});
afterAll(async () => {
  await range.close();
  await program.remove();
  await rm(labs, { recursive: true });
});

type Change = (files: Record<string, string>) => void;

/** What proving says of a new lab after a change. */
const prove = async (id: string, kind: NewKind, change: Change = () => undefined) => {
  const files = { ...newLab(id, kind, null) };
  change(files);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(labs, id, path)), { recursive: true });
    await writeFile(join(labs, id, path), text);
  }
  const { lab } = await readLabFolder(join(labs, id));
  if (lab === null) throw new Error("it was not read");
  const open = await loadLab(lab);
  return open.ok
    ? (await proveLab(range, open.value, { reference: 3, weakened: 1, accepted: 1 })).problems
    : open;
};

const replace = (files: Record<string, string>, path: string, from: string, to: string): void => {
  const text = files[path] ?? "";
  expect(text).toContain(from);
  files[path] = text.replaceAll(from, to);
};

describe("proving a lab", { timeout: 120_000 }, () => {
  it.each([
    ["fix-code-ts", "NEW01"],
    ["fix-code-python", "NEW02"],
    ["classify", "NEW03"],
    ["incident-sim", "NEW04"],
    ["ci-pipeline", "NEW05"],
    ["pr-review", "NEW06"],
    ["threat-model", "NEW07"],
  ] as const)("finds nothing in a new one of the kind %s", async (kind, id) => {
    expect(await prove(id, kind)).toEqual([]);
  });

  it("finds a start that passes, a reference that does not, and solutions that are weak elsewhere", async () => {
    const problems = await prove("BAD01", "fix-code-ts", (files) => {
      replace(files, "start/main.ts", "return true", "return person === order.owner");
      replace(files, "reference/main.ts", "total: null", "total: 0");
      files["accepted/says-zero/main.ts"] = files["reference/main.ts"] ?? "";
      replace(files, "weakened/capitals-ignored/main.ts", "person.toLowerCase()", "person");
      replace(files, "weakened/begins-alike/main.ts", "allowed: false", "allowed: null");
    });
    const text = Array.isArray(problems) ? problems.join("\n") : "";
    expect(text).toContain("the start passes");
    expect(text).toContain("the reference does not pass");
    expect(text).toContain("accepted/says-zero does not pass");
    expect(text).toContain("weakened/capitals-ignored is not found by capitals");
    expect(text).toContain("weakened/begins-alike fails for another reason");
    expect(text).toContain('wanted {"allowed":false,"total":null}');
  });

  it("finds tricks that pass, and variants that do not vary", async () => {
    const problems = await prove("BAD02", "fix-code-ts", (files) => {
      files["checks.ts"] = `const one = { args: ["ada"], wants: null };
const check = (id: string, half: string) => ({ id, half, says: "S", why: "W", cases: () => [one] });
export const checks = [
  check("own-order", "works"),
  ...["foreign-order", "look-alike", "capitals"].map((id) => check(id, "attacks")),
];
`;
    });
    expect(problems).toContain("this program passes and must not: answer null to everything");
    expect(problems).toContain(
      "the variants: no hidden case of the half “works” differs between two seeds",
    );
  });

  it("finds chance that does not follow from the seed", async () => {
    const problems = await prove("BAD03", "fix-code-ts", (files) => {
      replace(files, "checks.ts", "draw.word(8)", "Math.random().toString(36).slice(2)");
    });
    expect(problems).toEqual(["the variants: one seed does not draw the same cases twice"]);
  });

  it("says which check a weakened solution names wrongly", async () => {
    const said = await prove("BAD04", "fix-code-ts", (files) => {
      replace(files, "lab.yaml", "fails: [capitals]", "fails: [capital]");
    });
    expect(said).toMatchObject({
      ok: false,
      error: expect.stringContaining("should fail `capital`, but checks.ts has no such check"),
    });
  });
});
