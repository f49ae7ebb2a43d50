import { expect, test } from "vitest";
import { allowedWords, csvOf, listOf } from "./forge-words.ts";

test("gates are listed as people type them", () => {
  expect(listOf(" deploy/production,models/*\n*  ")).toEqual([
    "deploy/production",
    "models/*",
    "*",
  ]);
  expect(listOf("  ")).toEqual([]);
});

test("a repository says what its pipelines may ask", () => {
  expect(allowedWords({ gates: ["*"], pullRequests: false })).toBe("every gate");
  expect(allowedWords({ gates: ["a", "b"], pullRequests: true })).toBe("a, b, pull requests too");
});

test("a login cannot break out of its cell", () => {
  const row = { forge: "github.com", account: "1", person: "p", login: 'a","2"\nb' };
  expect(csvOf(row)).toBe('forge,account,person,login\n"github.com","1","p","a"",""2""\nb"\n');
});
