import { describe, expect, it } from "vitest";
import { readArguments } from "./read-arguments.ts";
import { allCommands } from "./usage/all-commands.ts";

const read = (line: string) => readArguments(line.split(" ").filter(Boolean));

const faultsOf = (line: string): readonly string[] => {
  const asked = read(line);
  return asked.ok ? [] : asked.error.faults;
};

/** Splits an example as a shell would, without the assignments before and the pipe behind. */
const wordsOf = (example: string): string[] => {
  const line = /(?:^|[ (])checkride (.*?)(?: [|>] .*|\)")?$/.exec(example)?.[1] ?? "";
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
};

describe("readArguments", () => {
  it("finds a command of two words with its file and options in any order", () => {
    const asked = read("policy apply --note why policy.yaml --json");
    if (!asked.ok) throw new Error(asked.error.faults.join());
    expect(asked.value.command?.name).toBe("policy apply");
    expect(asked.value.positionals).toEqual(["policy.yaml"]);
    expect(asked.value.values.get("note")).toEqual(["why"]);
    expect(asked.value.values.has("json")).toBe(true);
  });

  it("takes options before the command", () => {
    const asked = read("--json --server http://h policy plan p.yaml");
    expect(asked.ok && asked.value.command?.name).toBe("policy plan");
    expect(asked.ok && asked.value.values.get("server")).toEqual(["http://h"]);
  });

  it("keeps every value of an option that may be repeated", () => {
    const asked = read("ledger verify e --checkpoint a --checkpoint b");
    expect(asked.ok && asked.value.values.get("checkpoint")).toEqual(["a", "b"]);
  });

  it("takes what follows -- for arguments", () => {
    const asked = read("restore -- --odd-name.backup");
    expect(asked.ok && asked.value.positionals).toEqual(["--odd-name.backup"]);
  });

  it.each(allCommands.flatMap(({ name, examples }) => examples.map(({ run }) => [name, run])))(
    "%s: its example is a right command line: %s",
    (name, example) => {
      const asked = readArguments(wordsOf(example));
      expect(asked.ok ? asked.value.command?.name : asked.error.faults).toBe(name);
    },
  );
});

describe("readArguments refuses", () => {
  it.each([
    ["polcy check f", 'There is no command "polcy"; did you mean policy?'],
    ["policy chek f", 'policy has no command "chek"; did you mean policy check?'],
    ["policy", "policy is not a whole command; it goes on with check, plan, apply, schema."],
    ["doctor --jsn", "--jsn is no option of doctor; did you mean --json?"],
    ["policy check f --server http://h", "--server is no option of policy check."],
    ["policy check", "<file> is missing: the policy, a YAML file."],
    ["policy check a b", '"b" is one argument too many.'],
    ["policy apply f", "--note <text> is missing."],
    ["backup --out --json", "--out needs a value: --out <file>."],
    ["backup --out", "--out needs a value: --out <file>."],
    ["backup --out=", "--out needs a value: --out <file>."],
    ["doctor --json=yes", "--json takes no value."],
    ["backup --out a --out b", "--out is given 2 times; once is meant."],
  ])("%s", (line, says) => {
    expect(faultsOf(line)).toEqual([says]);
  });

  it("all faults at once", () => {
    expect(faultsOf("ledger export --out --knd x --form y")).toHaveLength(3);
    expect(faultsOf("policy apply")).toEqual([
      "<file> is missing: the policy, a YAML file.",
      "--note <text> is missing.",
    ]);
  });

  it("nothing when help is asked for", () => {
    expect(faultsOf("policy apply --help")).toEqual([]);
    expect(faultsOf("policy --help")).toEqual([]);
    expect(faultsOf("")).toEqual([]);
  });
});
