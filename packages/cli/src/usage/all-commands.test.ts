import { describe, expect, it } from "vitest";
import { loadCommand } from "../load-command.ts";
import { allCommands } from "./all-commands.ts";
import { optionsOf } from "./shared-options.ts";

describe("the usage table", () => {
  it("gives an option of one name the same kind everywhere, for the line is read before the command is known", () => {
    const kinds = new Map<string, Set<string>>();
    for (const { name, value } of allCommands.flatMap(optionsOf)) {
      kinds.set(name, (kinds.get(name) ?? new Set()).add(value === undefined ? "flag" : "value"));
    }
    expect([...kinds].filter(([, kind]) => kind.size > 1)).toEqual([]);
  });

  it("takes a token as an argument nowhere", () => {
    const names = allCommands.flatMap(optionsOf).map(({ name }) => name);
    expect(names).not.toContain("token");
  });

  it("says of each command that asks the server how that can fail", () => {
    for (const { asks, exits } of allCommands) {
      expect(exits.includes("not-permitted")).toBe(asks === "server");
    }
  });

  it.each(allCommands.map(({ name }) => name))("%s exists", async (name) => {
    expect(await loadCommand(name)).toBeTypeOf("function");
  });
});
