import { describe, expect, it } from "vitest";
import { runLine } from "../test-shell.ts";
import { allCommands } from "../usage/all-commands.ts";

describe("completion", () => {
  it.each(["bash", "zsh", "fish"])("for %s knows every word of every command", async (shell) => {
    const { code, text } = await runLine(["completion", shell]);
    expect(code).toBe(0);
    const words = allCommands.flatMap(({ name, options }) => [
      ...name.split(" "),
      ...options.map((option) => option.name),
    ]);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });

  it("refuses a shell that it does not know", async () => {
    const { code, outcome } = await runLine(["completion", "fis"]);
    expect(code).toBe(2);
    expect(outcome.complaint?.says).toContain("did you mean fish?");
  });
});
