import { expect, test } from "vitest";
import { safeBack } from "./back.ts";

test("a path of this site is gone back to, with its filters", () => {
  expect(safeBack("/people?team=payments")).toBe("/people?team=payments");
});

test.each([
  undefined,
  "",
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "javascript:alert(1)",
  "people",
  "/sign-in?back=/sign-in",
])("%s leads home", (back) => {
  expect(safeBack(back)).toBe("/");
});
