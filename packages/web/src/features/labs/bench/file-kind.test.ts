import { expect, test } from "vitest";
import { firstFile, languageOfPath } from "./file-kind.ts";

test.each([
  ["main.ts", "ts"],
  ["app/service.py", "python"],
  [".github/workflows/ci.yml", "yaml"],
  ["package.json", "json"],
  ["Dockerfile", "text"],
  [".env", "text"],
  ["notes.constructor", "text"],
])("%s is read as %s", (path, language) => {
  expect(languageOfPath(path)).toBe(language);
});

test("a bench opens with what is to be changed", () => {
  const read = { path: "a.ts", mayEdit: false };
  expect(firstFile([read, { path: "b.ts", mayEdit: true }])).toBe("b.ts");
  expect(firstFile([read])).toBe("a.ts");
  expect(firstFile([])).toBe("");
});
