import { problems } from "@checkride/api/problems";
import { describe, expect, it } from "vitest";
import { problemsFolder } from "../folders.ts";
import { readProblemPages } from "./problem-page.ts";

describe("problem pages", () => {
  const pages = readProblemPages(problemsFolder());

  it("exist for every code, each with its title and a way out", () => {
    for (const [code, { title }] of Object.entries(problems)) {
      expect(pages.get(code), code).toContain(`<h1>${title}</h1>`);
      expect(pages.get(code), code).toContain("<li>");
    }
  });
});
