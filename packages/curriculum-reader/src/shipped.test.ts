import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { checkPolicy } from "@checkride/rules/policy-check";
import { describe, expect, it } from "vitest";
import { policyJsonSchema } from "./policy-schema.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { readPolicy } from "./read-policy.ts";

const folder = fileURLToPath(new URL("../../../curriculum", import.meta.url));
const { catalogue, faults } = await readCatalogue([folder]);

const count = (kind: string): number =>
  [...catalogue.activities.values()].filter((activity) => activity.kind === kind).length;

describe("the shipped curriculum", () => {
  it("has no faults", () => {
    expect(faults).toEqual([]);
  });
  it("is whole", () => {
    expect([catalogue.tracks.size, catalogue.modules.size]).toEqual([9, 21]);
    expect([count("lesson"), count("lab")]).toEqual([82, 52]);
    expect(catalogue.documents.get("ai-safety-policy")?.text).toContain("## 9. Review");
  });
  it("names threats of both OWASP LLM editions for every lab that names one", () => {
    for (const { ref, kind, threats } of catalogue.activities.values()) {
      if (kind !== "lab") continue;
      const has = (year: string): boolean =>
        threats.some((id) => id.startsWith("LLM") && id.endsWith(year));
      expect([ref, has(":2026")]).toEqual([ref, has(":2025")]);
    }
  });
});

describe("the shipped policy", async () => {
  const text = await readFile(`${folder}/policy.yaml`, "utf8");
  const now = "2026-10-01T00:00:00Z";
  const reading = readPolicy(text, catalogue, now);

  it("has no faults, not even a warning", () => {
    expect(reading.faults).toEqual([]);
  });
  it("asks for what every track but the record for everybody leads to", () => {
    const certificates = Object.values(reading.policy?.certificates ?? {});
    const tracks = certificates.map(({ track }) => track);
    expect(new Set(tracks)).toEqual(new Set(catalogue.tracks.keys()));
  });
  it("knows titles and minutes of all it asks for", () => {
    const written = JSON.stringify(reading.policy?.certificates);
    expect(written).not.toContain('"minutes":null');
    expect(written).not.toContain('"title":null,"passMark"');
  });
  it("stays sound in the rules' own words", () => {
    if (reading.policy === null) throw new Error("unreadable");
    const known = {
      activities: new Set(catalogue.activities.keys()),
      documents: new Map([["ai-safety-policy", 1]]),
    };
    expect(checkPolicy(reading.policy, known, now)).toEqual([]);
  });
});

it("the published schema is up to date", async () => {
  const path = `${folder}/policy.schema.json`;
  const how = "write it anew: checkride policy schema > curriculum/policy.schema.json";
  expect(JSON.parse(await readFile(path, "utf8")), how).toEqual(
    JSON.parse(JSON.stringify(policyJsonSchema())),
  );
});
