import type { roles } from "@checkride/rules/person";
import { hasRight } from "@checkride/rules/rights";
import { expect, test } from "vitest";
import { navigationFor } from "./navigation.ts";

const titles = (role: (typeof roles)[number]) =>
  navigationFor((right) => hasRight([role], right)).map((item) => item.title);

test("a learner sees their own standing, what there is to learn, the policy and their account", () => {
  expect(titles("learner")).toEqual([
    "My standing",
    "My certificates",
    "Tracks",
    "Labs",
    "Competencies",
    "Refreshers",
    "Cases",
    "Documents",
    "Glossary",
    "Policy",
    "Account",
  ]);
});

test("an owner sees everything", () => {
  expect(titles("owner")).toEqual([
    "My standing",
    "My certificates",
    "Tracks",
    "Labs",
    "Competencies",
    "Refreshers",
    "Cases",
    "Documents",
    "Glossary",
    "Sessions",
    "People",
    "Reviews",
    "Policy",
    "Threat coverage",
    "Content health",
    "Gates",
    "Integrations",
    "Evidence",
    "Access tokens",
    "Account",
  ]);
});

test("a lead reaches people as counts, and no evidence", () => {
  expect(titles("lead")).toContain("People");
  expect(titles("lead")).not.toContain("Evidence");
});

test("nobody without a right sees a thing", () => {
  expect(navigationFor(() => false)).toEqual([]);
});

test("no two places share a key", () => {
  const keys = navigationFor(() => true).map((item) => item.key);
  expect(new Set(keys).size).toBe(keys.length);
});
