import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTaxonomy } from "./read-taxonomy.ts";

const shipped = join(import.meta.dirname, "../../../curriculum/threats");

const atlas = `---
id: ATLAS
name: Adversarial Threat Landscape for AI Systems
version: 2027.01
matrices:
  - id: ATLAS
    tactics:
      - { id: AML.TA0002, name: Reconnaissance, description: Learn about it. And more. }
    techniques:
      - { id: AML.T0051, name: LLM Prompt Injection, description: Words that steer., tactics: [AML.TA0002] }
      - { id: AML.T0051.000, name: Direct, description: From the user., subtechnique-of: AML.T0051 }
    mitigations:
      - { id: AML.M0020, name: Guardrails, description: Around it., techniques: [{ id: AML.T0051, use: x }] }
case-studies: []
`;

describe("a list of threats that somebody brings", () => {
  it.each(readdirSync(shipped).filter((name) => name.endsWith(".json")))("reads %s", (name) => {
    const read = readTaxonomy(readFileSync(join(shipped, name), "utf8"));
    expect(read.ok ? read.value.items.length : read.error).toBeGreaterThan(3);
  });

  it("reads ATLAS as MITRE distributes it", () => {
    const read = readTaxonomy(atlas);
    if (!read.ok) throw new Error(read.error.join());
    expect(read.value).toMatchObject({ taxonomy: "MITRE ATLAS", version: "2027.01" });
    expect(read.value.items.map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
      ["AML.TA0002", "tactic", null],
      ["AML.T0051", "technique", null],
      ["AML.T0051.000", "subtechnique", "AML.T0051"],
      ["AML.M0020", "mitigation", null],
    ]);
    expect(read.value.items[0]?.summary).toBe("Learn about it.");
    expect(read.value.items[3]?.related).toEqual(["AML.T0051"]);
  });

  it.each([
    ["nothing", "", /not made of/],
    ["no list", "[1, 2]", /not made of/],
    ["a broken file", '{ "taxonomy": ', /neither JSON nor YAML/],
    ["a missing name", '{"taxonomy":"X","version":"1","items":[{"id":"A"}]}', /\/items\/0\/name/],
    [
      "an id that stands twice",
      '{"taxonomy":"X","version":"1","items":[{"id":"A","name":"a"},{"id":"A","name":"b"}]}',
      /`A` stands in it more than once/,
    ],
    ["ATLAS without its tactics", "id: ATLAS\nversion: 1\nmatrices: [{}]\n", /MITRE distributes/],
    ["YAML that grows by its own aliases", "a: &a [1]\nb: [*a, *a]\n", /neither JSON nor YAML/],
  ])("says what is wrong with %s", (_, file, says) => {
    const read = readTaxonomy(file);
    expect(read.ok ? "" : read.error.join("\n").replace("is not made", "not made")).toMatch(says);
  });

  it("never throws, whatever is brought", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (file) => {
        expect(typeof readTaxonomy(file).ok).toBe("boolean");
      }),
    );
  });
});
