import { describe, expect, it } from "vitest";
import type { Known } from "./deps.ts";
import { mergeRow, newPersonOf } from "./merge-row.ts";

const known: Known = {
  id: "01970000-0000-7000-8000-000000000001",
  email: "ada@example.org",
  name: "Ada",
  team: "Payments",
  job: "Engineer",
  tier: 2,
  roles: ["lead", "learner"],
  attributes: { repos: ["api"], site: ["Oslo"] },
  startedAt: new Date("2025-01-01T00:00:00Z"),
  deactivatedAt: null,
  erasedAt: null,
  joinedAt: null,
  version: 3,
};
const line = { line: 2, email: "ada@example.org", name: "Ada", attributes: {} };

describe("a line about somebody who is here", () => {
  it("without a column leaves as it is what the column would say", () => {
    expect(mergeRow(known, line)).toEqual(known);
  });

  it("with an empty cell clears it, but never roles or the first day", () => {
    const empty = { team: null, job: null, tier: null, roles: null, startedAt: null };
    expect(mergeRow(known, { ...line, ...empty })).toEqual({
      ...known,
      team: null,
      job: null,
      tier: null,
    });
  });

  it("takes away an attribute whose cell is empty and keeps those it has no column for", () => {
    const merged = mergeRow(known, { ...line, attributes: { repos: [], cloud: ["a", "b"] } });
    expect(merged.attributes).toEqual({ site: ["Oslo"], cloud: ["a", "b"] });
  });

  it("with the same roles in another order changes nothing", () => {
    expect(mergeRow(known, { ...line, roles: ["learner", "lead"] }).roles).toBe(known.roles);
    expect(mergeRow(known, { ...line, roles: ["learner"] }).roles).toEqual(["learner"]);
  });
});

it("a line about somebody new makes a learner who starts when they are added", () => {
  expect(newPersonOf({ ...line, attributes: { repos: [] } })).toEqual({
    email: "ada@example.org",
    name: "Ada",
    team: null,
    job: null,
    tier: null,
    roles: ["learner"],
    attributes: {},
    startedAt: null,
  });
});
