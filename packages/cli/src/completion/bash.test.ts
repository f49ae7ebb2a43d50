import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { bashCompletion } from "./bash.ts";

/** What a real bash offers for a line that ends where the cursor is. */
const offered = async (line: string): Promise<readonly string[]> => {
  const words = line.split(" ");
  const script = `${bashCompletion()}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _checkride; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)("bash", ["-c", script, "bash", ...words], {
    cwd: import.meta.dirname,
  });
  return stdout.split("\n").filter(Boolean);
};

describe("bash completion", () => {
  it("offers commands first", async () => {
    expect(await offered("checkride po")).toEqual(["policy"]);
    expect(await offered("checkride ")).toContain("doctor");
  });

  it("offers the second word of a group", async () => {
    expect(await offered("checkride policy ")).toContain("apply");
    expect(await offered("checkride --json ledger ve")).toEqual(["verify"]);
  });

  it("offers the command's own options", async () => {
    expect(await offered("checkride ledger verify --key")).toEqual(["--key", "--key-file"]);
    expect(await offered("checkride doctor --ou")).toEqual([]);
  });

  it("offers files where a file is meant, also behind an option", async () => {
    expect(await offered("checkride restore bash.te")).toEqual(["bash.test.ts"]);
    expect(await offered("checkride backup --out bash.te")).toEqual(["bash.test.ts"]);
  });

  it("offers fixed words", async () => {
    expect(await offered("checkride completion f")).toEqual(["fish"]);
  });
});
