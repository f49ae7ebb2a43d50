import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { readLabFolder, writtenLabs } from "@checkride/curriculum-reader/lab/read-lab-folder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRange, type Range } from "../../run-cases.ts";
import { buildTestProgram, type TestProgram } from "../../test-program.ts";
import { loadLab } from "../load-lab.ts";
import { proveLab } from "./prove-lab.ts";

const folders = await writtenLabs(
  fileURLToPath(new URL("../../../../../curriculum/labs", import.meta.url)),
);

let program: TestProgram;
let range: Range;
beforeAll(async () => {
  program = await buildTestProgram();
  range = createRange({
    reuse: true,
    programFile: program.file,
    perPersonMax: 1000,
    waitingMax: 1000,
  });
});
afterAll(async () => {
  await range.close();
  await program.remove();
});

describe("the labs that ship", { timeout: 400_000 }, () => {
  it("are there", () => {
    expect(folders.length).toBeGreaterThan(3);
  });

  it.each(folders.map((folder) => [basename(folder), folder]))(
    "%s is proven",
    async (_, folder) => {
      const { lab, faults } = await readLabFolder(folder);
      expect(faults).toEqual([]);
      if (lab === null) throw new Error("a lab without faults was not read");
      const opened = await loadLab(lab);
      if (!opened.ok) throw new Error(opened.error);
      const { problems } = await proveLab(range, opened.value, {
        reference: 20,
        weakened: 1,
        accepted: 1,
      });
      expect(problems).toEqual([]);
    },
  );
});
