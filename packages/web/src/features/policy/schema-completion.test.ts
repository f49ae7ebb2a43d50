import { describe, expect, it } from "vitest";
import { suggestFromSchema } from "./schema-completion.ts";

const schema = {
  type: "object",
  properties: {
    name: { type: "string", description: "What the programme is called." },
    gates: { type: "object", additionalProperties: { $ref: "#/$defs/gate" } },
    certificates: { type: "object", additionalProperties: { $ref: "#/$defs/certificate" } },
  },
  $defs: {
    gate: {
      type: "object",
      properties: {
        title: { type: "string" },
        mode: { enum: ["observe", "warn", "enforce"], description: "What a deny does." },
        for: { anyOf: [{ type: "null" }, { type: "array", items: { enum: ["engineers"] } }] },
      },
    },
    certificate: {
      type: "object",
      properties: { asks: { type: "array", items: { $ref: "#/$defs/ask" } } },
    },
    ask: {
      oneOf: [
        {
          type: "object",
          properties: { activity: { type: "string" }, passMark: { type: "number" } },
        },
        { type: "object", properties: { signOff: { type: "string" } } },
      ],
    },
  },
};

/** The bar marks the cursor. */
const labelsAt = (marked: string) => {
  const offset = marked.indexOf("|");
  const found = suggestFromSchema(schema, marked.replace("|", ""), offset);
  return found?.suggestions.map(({ label }) => label) ?? null;
};

describe("suggestFromSchema", () => {
  it("offers the keys of the file at its outermost level", () => {
    expect(labelsAt("|")).toEqual(["name", "gates", "certificates"]);
  });

  it("leaves out keys that are there already, above and below", () => {
    expect(labelsAt("name: x\n|\ngates:\n  a:\n    title: t\n")).toEqual(["certificates"]);
  });

  it("follows references and free names into a mapping", () => {
    expect(labelsAt("gates:\n  deploy/production:\n    title: t\n    |")).toEqual(["mode", "for"]);
  });

  it("offers values behind the colon", () => {
    expect(labelsAt("gates:\n  deploy/production:\n    mode: en|")).toEqual([
      "observe",
      "warn",
      "enforce",
    ]);
  });

  it("offers what an item of a list may hold, whichever form it takes", () => {
    const head = "certificates:\n  safe-use:\n    asks:\n";
    expect(labelsAt(`${head}      - |`)).toEqual(["activity", "passMark", "signOff"]);
    expect(labelsAt(`${head}    - |`)).toEqual(["activity", "passMark", "signOff"]);
    expect(labelsAt(`${head}      - activity: lab/L1\n        |`)).toEqual(["passMark", "signOff"]);
  });

  it("does not take the keys of one item for those of the next", () => {
    const head = "certificates:\n  safe-use:\n    asks:\n";
    expect(labelsAt(`${head}      - activity: a\n      - |\n      - signOff: b\n`)).toEqual([
      "activity",
      "passMark",
      "signOff",
    ]);
  });

  it("offers the items of a list written in brackets", () => {
    expect(labelsAt("gates:\n  a:\n    for: [|")).toEqual(["engineers"]);
    expect(labelsAt("gates:\n  a:\n    for: [engineers, en|")).toEqual(["engineers"]);
  });

  it("keeps quiet in comments and without a schema", () => {
    expect(labelsAt("# na|")).toBeNull();
    expect(labelsAt("name: x # no|")).toBeNull();
    expect(suggestFromSchema(null, "", 0)).toBeNull();
  });

  it("begins a mapping without a blank behind the colon", () => {
    const found = suggestFromSchema(schema, "", 0)?.suggestions ?? [];
    expect(found.map(({ insert }) => insert)).toEqual(["name: ", "gates:", "certificates:"]);
  });

  it("does not follow a schema that refers to itself for ever", () => {
    expect(suggestFromSchema({ $ref: "#" }, "", 0)?.suggestions).toEqual([]);
  });
});
