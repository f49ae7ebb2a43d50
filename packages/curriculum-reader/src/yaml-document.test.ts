import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readPolicy } from "./read-policy.ts";
import { smallCatalogue, soundPolicy, testNow } from "./test-policy-file.ts";
import { largestTextBytes, readYaml } from "./yaml-document.ts";

const said = (text: string): string[] =>
  readYaml(text).faults.map(({ line, column, says }) => `${line}:${column} ${says}`);

describe("hostile text", () => {
  it("that unfolds to gigabytes is refused at its first alias", () => {
    const rows = [
      "a: &a [x, x]",
      ...["b", "c", "d", "e"].map(
        (key, index) => `${key}: &${key} [*${"abcd"[index]}, *${"abcd"[index]}]`,
      ),
    ];
    expect(said(rows.join("\n"))[0]).toBe(
      "2:8 anchors and aliases are not read here; write it out again",
    );
  });
  it("that contains itself is refused", () => {
    expect(said("a: &a [*a]")).toHaveLength(1);
  });
  it("that is too long is refused before it is parsed", () => {
    expect(said("a".repeat(largestTextBytes + 1))[0]).toContain("longer than 1 MiB");
  });
  it("that is nested without end is refused", () => {
    expect(said("[".repeat(20_000)).length).toBeGreaterThan(0);
    expect(said("- ".repeat(20_000)).length).toBeGreaterThan(0);
  });
  it("that touches prototypes is refused", () => {
    expect(said("a: { __proto__: { admin: true } }")).toEqual(["1:6 this key is not allowed"]);
    expect({}).not.toHaveProperty("admin");
  });
});

describe("places", () => {
  it("count from the text that an editor shows", () => {
    const document = readYaml("\uFEFFa: 1\r\nb:\r\n  - c: long\r\n");
    expect(document.placeOf(["b", 0, "c"], "value")).toEqual({
      line: 3,
      column: 8,
      endLine: 3,
      endColumn: 12,
    });
    expect(document.placeOf(["b", 0, "c"], "key")).toEqual({
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 6,
    });
  });
  it("of what is missing are those of what it is missing from", () => {
    const document = readYaml("a:\n  b: 1\n");
    expect(document.placeOf(["a", "x", "y"], "value")).toMatchObject({
      line: 1,
      column: 1,
      endColumn: 2,
    });
  });
});

const scraps = fc.array(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "\n",
      "  ",
      "- ",
      ": ",
      "{",
      "}",
      "[",
      "]",
      "&a ",
      "*a",
      "!x ",
      "|",
      ">",
      "---\n",
      "...",
      "#",
      '"',
      "'",
      "\t",
      "\r\n",
      "\uFEFF",
      "? ",
      "<<: ",
      "__proto__",
    ),
    fc.constantFrom(...soundPolicy.split("\n").map((line) => `${line}\n`)),
  ),
  { maxLength: 60 },
);

it("never throws, and every place lies in the text", () => {
  fc.assert(
    fc.property(scraps, (parts) => {
      const text = parts.join("");
      const { policy, faults } = readPolicy(text, smallCatalogue, testNow);
      expect(policy === null).toBe(faults.some(({ severity }) => severity === "error"));
      for (const fault of faults) {
        expect(fault.line).toBeGreaterThanOrEqual(1);
        expect(fault.line).toBeLessThanOrEqual(text.split("\n").length);
        expect(fault.column).toBeGreaterThanOrEqual(1);
        expect(fault.endColumn).toBeGreaterThan(fault.column);
      }
    }),
    { numRuns: 1000 },
  );
});

it("reads any data back as it was written, whatever the style", () => {
  const options = fc.record({
    defaultStringType: fc.constantFrom(
      "PLAIN" as const,
      "QUOTE_DOUBLE" as const,
      "QUOTE_SINGLE" as const,
    ),
    collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
    indent: fc.integer({ min: 1, max: 8 }),
  });
  const keys = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(keys, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, options, (data, style) => {
      const text = stringify(data, { ...style, aliasDuplicateObjects: false });
      const read = readYaml(text);
      expect(read.faults).toEqual([]);
      expect(read.data).toEqual(data);
    }),
    { numRuns: 500 },
  );
});
