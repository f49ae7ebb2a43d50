import { expect, it } from "vitest";
import { isInAudience, matches } from "./matches.ts";
import type { PersonFacts } from "./person.ts";
import type { Audience, Condition } from "./policy.ts";

const person: PersonFacts = {
  id: "p1",
  active: true,
  startedAt: "2026-01-01T00:00:00Z",
  team: "payments",
  job: "developer",
  tier: 2,
  roles: ["learner", "champion"],
  attributes: { footprint: ["rag", "agents"] },
};

const audience = (who: Condition): Audience => ({ title: "", because: "", who });
const isTrue = (condition: Condition): boolean => matches(condition, person, {});

it("looks at team, job, role, tier and attributes", () => {
  expect(isTrue({ kind: "team", in: ["search", "payments"] })).toBe(true);
  expect(isTrue({ kind: "team", in: ["search"] })).toBe(false);
  expect(isTrue({ kind: "job", in: ["developer"] })).toBe(true);
  expect(isTrue({ kind: "role", in: ["champion"] })).toBe(true);
  expect(isTrue({ kind: "role", in: ["owner"] })).toBe(false);
  expect(isTrue({ kind: "tier", in: [1, 2] })).toBe(true);
  expect(isTrue({ kind: "attribute", name: "footprint", in: ["rag"] })).toBe(true);
  expect(isTrue({ kind: "attribute", name: "constructor", in: ["rag"] })).toBe(false);
});

it("has nobody for what is not known of a person", () => {
  const blank = { ...person, team: null, job: null, tier: null };
  for (const kind of ["team", "job"] as const) {
    expect(matches({ kind, in: [""] }, blank, {})).toBe(false);
  }
  expect(matches({ kind: "tier", in: [1, 2, 3] }, blank, {})).toBe(false);
});

it("combines with all, any and not", () => {
  const yes: Condition = { kind: "everyone" };
  const no: Condition = { kind: "not", of: yes };
  expect(isTrue({ kind: "all", of: [yes, no] })).toBe(false);
  expect(isTrue({ kind: "any", of: [yes, no] })).toBe(true);
  expect(isTrue({ kind: "any", of: [] })).toBe(false);
});

it("follows audiences and stops where one rests on itself", () => {
  const audiences = {
    technical: audience({ kind: "job", in: ["developer"] }),
    builders: audience({
      kind: "all",
      of: [
        { kind: "audience", audience: "technical" },
        { kind: "tier", in: [2] },
      ],
    }),
    snake: audience({ kind: "audience", audience: "tail" }),
    tail: audience({ kind: "audience", audience: "snake" }),
  };
  expect(isInAudience("builders", person, audiences)).toBe(true);
  expect(isInAudience("snake", person, audiences)).toBe(false);
  expect(isInAudience("unheard-of", person, audiences)).toBe(false);
  expect(isInAudience("toString", person, audiences)).toBe(false);
});
