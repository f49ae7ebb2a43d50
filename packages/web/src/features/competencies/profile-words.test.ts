import type { CompetencyProfile, CompetencyRow } from "@checkride/api/competencies";
import { expect, test } from "vitest";
import { expectedFirst, profileSentence, teamSentence, trendWords } from "./profile-words.ts";

const row = (
  competency: string,
  level: CompetencyRow["level"],
  expected: CompetencyRow["expected"],
): CompetencyRow => ({
  competency,
  title: competency,
  level,
  expected,
  expectedBy: [],
  from: [],
  history: [],
  trend: null,
  recall: null,
});
const profile = (
  competencies: readonly CompetencyRow[],
  assessedAt: string | null = null,
): CompetencyProfile => ({
  tracks: [],
  assessedAt,
  competencies: [...competencies],
  confidence: null,
  path: [],
  pathMinutes: 0,
});

test("nothing known leads to the assessment", () => {
  expect(profileSentence(profile([row("A", null, 2)]))).toContain("25 minutes");
});

test("met and unknown are counted among what is expected", () => {
  const rows = [row("A", 2, 2), row("B", 1, 2), row("C", null, 1), row("D", 3, 0)];
  expect(profileSentence(profile(rows, "2026-11-20T09:00:00Z"))).toBe(
    "You reach what your tracks expect in 1 of 3 areas. 1 of them is not known yet.",
  );
  expect(profileSentence(profile([row("A", 2, 2)]))).toContain("everything");
});

test("what is expected stands first, in its own order", () => {
  const rows = [row("A", 1, 0), row("B", 1, 2), row("C", 1, 1)];
  expect(expectedFirst(rows).map(({ competency }) => competency)).toEqual(["B", "C", "A"]);
});

test("a trend needs two assessments", () => {
  const once = { ...row("A", 1, 1), history: [{ at: "2026-11-20T09:00:00Z", level: 1 as const }] };
  expect(trendWords(once)).toBe("first time");
  expect(trendWords({ ...once, trend: "up" })).toContain("risen");
});

test("a team is spoken of in counts, and not at all where they would point at somebody", () => {
  const team = { people: 12, known: 8, shown: true, competencies: [{ below: 2 }, { below: 0 }] };
  expect(teamSentence(team)).toBe(
    "8 of 12 people are known. In 1 of 2 areas somebody is below what is expected.",
  );
  expect(teamSentence({ ...team, shown: false, known: null })).toContain("Too few");
});
