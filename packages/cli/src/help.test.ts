import { describe, expect, it } from "vitest";
import { exits } from "./exits.ts";
import { commandHelp, programHelp } from "./help.ts";
import { coloured, plain } from "./paint.ts";
import { allCommands } from "./usage/all-commands.ts";
import { optionsOf } from "./usage/shared-options.ts";

describe("help", () => {
  it("of the program names every command and every exit code", () => {
    const text = programHelp(plain).join("\n");
    for (const { name } of allCommands) expect(text).toContain(name);
    const listed = [...text.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => Number(code));
    expect(listed).toEqual(Object.values(exits).map(({ code }) => code));
  });

  it.each(allCommands.map((usage) => [usage.name, usage] as const))(
    "of %s names its options and fits in 80 columns, long examples aside",
    (_name, usage) => {
      const lines = commandHelp(usage, plain);
      for (const { name } of optionsOf(usage)) expect(lines.join("\n")).toContain(`--${name}`);
      const examples = usage.examples.map(({ run }) => `  ${run}`);
      expect(lines.filter((line) => line.length > 80 && !examples.includes(line))).toEqual([]);
    },
  );

  it("has colour only when asked for it", () => {
    const colourCode = "\u001b[";
    expect(programHelp(plain).join("")).not.toContain(colourCode);
    expect(programHelp(coloured).join("")).toContain(colourCode);
  });
});
