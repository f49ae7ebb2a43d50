import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readWhole } from "../yaml-document.ts";
import { readQuickly } from "./read-quickly.ts";

/** What the whole parser says; undefined where it finds fault. */
const whole = (text: string): unknown => readWhole(text).data;

const agree = (text: string): void => {
  const quick = readQuickly(text);
  if (quick !== null) expect(quick.data, text).toEqual(whole(text));
};

describe("the quick reading of YAML", () => {
  it.each([
    "a: 1\nb: text with words # and a remark\nc:\n  - x\n  - { y: [1, 'it''s', \"a\\nb\"], z: true }\n",
    "- id: e01\n  says: |\n    two\n      lines\n\n    more\n  then: >-\n    one\n    line\n\n    two\n- id: e02\n",
    "a:\n- 1\n- -2.5e3\n- ~\n- .5\nb:\n\n# remark\nc: https://example.com/a?b=c#d\n",
    "a: [\n    one,\n    { two: three, },\n  ]\n",
    "- - a\n  - b\n-   c\n",
    "a: {}\nb: []\nc: ''\n",
    "a: 2026-11-21\nb: 012\nc: +1\nd: 1_000\ne: 0.1.2\n",
  ])("understands what is common: %j", (text) => {
    expect(readQuickly(text)).toEqual({ data: whole(text) });
  });

  it.each([
    ["an alias", "a: &x 1\nb: *x\n"],
    ["a tag", "a: !x 1\n"],
    ["a key that is there twice", "a: 1\na: 2\n"],
    ["a colon inside a text", "a: b: c\n"],
    ["a bracket that never ends", "a: [1, 2\n"],
    ["a text over several lines", "a: b\n  c\n"],
    ["a tab", "a:\t1\n"],
    ["a line too far out", "a:\n    b: 1\n  c: 2\n"],
    ["two documents", "a: 1\n---\nb: 2\n"],
    ["a prototype", "__proto__: { a: 1 }\n"],
    ["no last line end", "a: |\n  b"],
    ["a key without space", "{a:1}\n"],
  ])("leaves alone %s", (_, text) => {
    expect(readQuickly(text)).toBeNull();
  });
});

it("agrees with the whole parser about everything that ships", async () => {
  const root = fileURLToPath(new URL("../../../../curriculum", import.meta.url));
  const names = await readdir(root, { recursive: true });
  let quick = 0;
  let all = 0;
  for (const name of names.filter((one) => /\.(md|yaml)$/.test(one))) {
    const text = await readFile(join(root, name), "utf8");
    const blocks = name.endsWith(".yaml")
      ? [text]
      : [...text.matchAll(/^(?:---|```[a-z]+)\n([\s\S]*?\n)(?:---|```)$/gm)].map(
          ([, body = ""]) => body,
        );
    for (const block of blocks) {
      all += 1;
      if (readQuickly(block) !== null) quick += 1;
      agree(block);
    }
  }
  expect(all).toBeGreaterThan(100);
  expect(quick / all).toBeGreaterThan(0.4);
});

const keys = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(..."ab :#-,[]{}'\"|>\n&*!?%@`~.0159eE+_ ") }),
  fc.constantFrom(
    "null",
    "true",
    "~",
    "1e3",
    "0x1f",
    "1:2",
    "- a",
    "a: b",
    "yes",
    ".inf",
    "a\n\n  b",
  ),
);

it("agrees with the whole parser about any data, whatever the style", () => {
  const options = fc.record({
    defaultStringType: fc.constantFrom(
      "PLAIN" as const,
      "QUOTE_DOUBLE" as const,
      "QUOTE_SINGLE" as const,
      "BLOCK_LITERAL" as const,
      "BLOCK_FOLDED" as const,
    ),
    collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
    indent: fc.integer({ min: 1, max: 5 }),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20, 80),
  });
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      texts,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(keys, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, options, (data, style) => agree(stringify(data, style))),
    { numRuns: 3000 },
  );
});

it("agrees with the whole parser about scraps", () => {
  const scrap = fc.constantFrom(
    ..."a b: a: - ? | |- > >- { } [ ] , # ' \" : 1 -1 . ~ \\ x:y".split(" "),
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n- ",
    "\n  - ",
    "\n    ",
    "\na: ",
    "\n  b: ",
    ": ",
    " #",
    '"q"',
    "'s'",
    "key: value\n",
    "- item\n",
    "text: |\n  line\n",
  );
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 20 }), (parts) => agree(`${parts.join("")}\n`)),
    { numRuns: 20_000 },
  );
});
