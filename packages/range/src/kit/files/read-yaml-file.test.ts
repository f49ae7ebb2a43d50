import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "./part.ts";
import { readYamlFile } from "./read-yaml-file.ts";

const readService = (part: Part) =>
  part.object((key) => ({
    name: key("name").text(),
    port: key("port").whole(80),
    isOpen: key("open").flag(false),
    level: key("level").word(["low", "high"], "low"),
    hosts: key("hosts").list((host) => host.text()),
    labels: key("labels").record((value) => value.text()),
    limits: key("limits").optional((limits) => limits.object((of) => of("cpu").textOrWhole())),
  }));

const read = (text: string) => readYamlFile(new Map([["a.yaml", text]]), "a.yaml", readService);

const faults = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.error.map(({ line, says }) => `${line}: ${says}`);
};

describe("a YAML file", () => {
  it("gives what stands in it, and what is usual for the rest", () => {
    const text =
      "name: one\nlabels: { app: x }\n---\nname: two\nhosts: [a, b]\nlimits: { cpu: 2 }\n";
    const result = read(text);
    expect(result.ok ? result.value : []).toMatchObject([
      { name: "one", port: 80, isOpen: false, level: "low", limits: null },
      { name: "two", hosts: ["a", "b"], limits: 2 },
    ]);
  });

  it("reports all faults with their lines, in later documents too", () => {
    expect(faults("name: [x]\nport: many\n---\n# second\nnmae: two\nlevel: top\n")).toEqual([
      "1: `name` must be a text",
      "2: `port` must be a whole number",
      "5: `name` is missing",
      "6: `level` must be one of low, high",
      "5: `nmae` is not known in this document; known: name, port, open, level, hosts, labels, limits",
    ]);
  });

  it.each([
    ["a key twice", "name: a\nname: b\n", "2: this key is written twice"],
    ["an alias", "name: &n a\nlabels: { x: *n }\n", "2: anchors and aliases are not read here"],
    ["a merge", "name: a\nlabels: { <<: { x: y } }\n", ""],
    ["a tag", "name: !x a\n", "1: tags such as"],
    ["an object's own key", "name: a\n__proto__: { port: 1 }\n", "this key is not allowed"],
    ["a list where a mapping belongs", "[]\n", "this document must be a mapping"],
    ["no end of brackets", "[".repeat(20_000), "nested too deeply"],
  ])("with %s is not bent into something else", (_, text, says) => {
    const result = read(text);
    const labels = result.ok ? (result.value[0]?.labels ?? new Map()) : new Map();
    expect(labels.has("x")).toBe(false);
    expect(faults(text).join("\n")).toContain(says);
  });

  it("never throws", () => {
    const pieces = fc.constantFrom(
      "name: a",
      "\n",
      "---",
      " ",
      "- ",
      "{",
      "[",
      "&a",
      "*a",
      "?",
      "|",
    );
    const yamlish = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 });
    fc.assert(
      fc.property(yamlish, (parts) => {
        read(parts.join(""));
      }),
      { numRuns: 300 },
    );
  });
});
