import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { exits } from "./exits.ts";
import { allCommands } from "./usage/all-commands.ts";

const guide = await readFile(
  new URL("../../../docs/guides/command-line.md", import.meta.url),
  "utf8",
);

describe("the guide", () => {
  it("has the exit codes as the program has them", () => {
    const rows = [...guide.matchAll(/^\| (\d+) \| (.*) \|$/gm)].map(([, code, says]) => ({
      code: Number(code),
      says,
    }));
    expect(rows).toEqual(Object.values(exits));
  });

  it.each(allCommands.map(({ name }) => name))("names the command %s", (name) => {
    expect(guide).toContain(`\`${name}`);
  });
});
