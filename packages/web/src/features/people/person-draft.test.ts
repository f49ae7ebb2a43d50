import { describe, expect, it } from "vitest";
import { differences, draftOf, emptyDraft, readDraft, touchedFields } from "./person-draft.ts";

const ada = {
  id: "0198b5c0-0000-7000-8000-000000000001",
  email: "ada@example.org",
  name: "Ada Okafor",
  team: "Payments",
  job: null,
  tier: 2 as const,
  roles: ["learner" as const, "lead" as const],
  attributes: { repos: ["api", "web"], oncall: ["yes"] },
  startedAt: "2025-03-01T00:00:00.000Z",
  status: "active" as const,
  version: 3,
};

describe("readDraft", () => {
  it("gives back the person that a draft was made from", () => {
    const { email, name, team, job, tier, roles, attributes, startedAt } = ada;
    expect(readDraft(draftOf(ada))).toEqual({
      ok: true,
      value: { email, name, team, job, tier, roles, attributes, startedAt },
    });
  });

  it("points at every field that is wrong, not only the first", () => {
    const read = readDraft({ ...emptyDraft, roles: [], attributes: "Repos: a\nfine: b\nnothing" });
    expect(read).toEqual({
      ok: false,
      faults: {
        email: "Write an e-mail address, such as ada@example.org.",
        name: "Write the person's name.",
        roles: "Choose at least one role.",
        attributes: "Write each line as name: value; value. This does not fit: Repos: a, nothing",
      },
    });
  });

  it("adds up an attribute that is written on two lines", () => {
    const draft = { ...draftOf(ada), attributes: "repos: a; b\n\nrepos: c ;" };
    const read = readDraft(draft);
    expect(read.ok && read.value.attributes).toEqual({ repos: ["a", "b", "c"] });
  });

  it("leaves the start to the server when none is given", () => {
    const read = readDraft({ ...draftOf(ada), startedAt: "" });
    expect(read.ok && "startedAt" in read.value).toBe(false);
  });
});

describe("differences", () => {
  it("shows what either editor changed, and which fields this one left alone", () => {
    const base = draftOf(ada);
    const yours = { ...base, job: "Staff engineer" };
    const theirs = { ...base, team: "Search", roles: ["learner" as const], job: "Manager" };
    expect(differences(base, yours, theirs)).toEqual([
      { field: "Team", yours: null, theirs: "Search" },
      { field: "Job", yours: "Staff engineer", theirs: "Manager" },
      { field: "Roles", yours: null, theirs: "learner" },
    ]);
  });
});

describe("touchedFields", () => {
  it("sends only what was changed", () => {
    const base = draftOf(ada);
    const draft = { ...base, team: "", attributes: "repos: api" };
    const read = readDraft(draft);
    expect(read.ok && touchedFields(base, draft, read.value)).toEqual({
      team: null,
      attributes: { repos: ["api"] },
    });
  });
});
