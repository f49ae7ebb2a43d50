import { describe, expect, it } from "vitest";
import { runLine } from "../test-shell.ts";

describe("a command on the installation", () => {
  it.each([
    ["backup --out f --without-master-key", ["backup", "--out=f", "--without-master-key"]],
    ["restore f --into d --json", ["restore", "--json", "--into=d", "--", "f"]],
    ["restore -- --odd", ["restore", "--", "--odd"]],
    ["doctor", ["doctor"]],
  ])("%s runs the server program and ends as it ends", async (line, args) => {
    const { code, serverArgs } = await runLine(line.split(" "));
    expect(serverArgs).toEqual([args]);
    expect(code).toBe(1);
  });
});
