import { expect, test } from "vitest";
import { listSentence, mineSentence } from "./feedback-words.ts";

test("what became of one's own words is summed up", () => {
  expect(mineSentence([])).toContain("not said anything");
  expect(mineSentence([{ state: "open" }])).toContain("still being looked into");
  expect(mineSentence([{ state: "open" }, { state: "done" }])).toBe(
    "1 of 2 things you said have been looked into.",
  );
  expect(mineSentence([{ state: "answered" }])).toBe("Everything you said has been looked into.");
});

test("the list of open ones says whether anything waits", () => {
  expect(listSentence([], "open")).toBe("Nothing waits for an answer.");
  expect(listSentence(null, "open")).toContain("learners");
});
