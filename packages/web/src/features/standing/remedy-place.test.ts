import { expect, test } from "vitest";
import { remedyPlace } from "./remedy-place.ts";

test("a quiz and its refresher are reached directly", () => {
  const quiz = remedyPlace({ kind: "activity", ref: "quiz/t1-refresher" });
  expect(quiz?.link).toEqual({ to: "/quizzes/$quiz", params: { quiz: "t1-refresher" } });
});

test("a sign-off leads to the document that is signed", () => {
  expect(remedyPlace({ kind: "sign-off", ref: "ai-safety-policy" })?.link).toEqual({
    to: "/documents/$document",
    params: { document: "ai-safety-policy" },
  });
});

test("what is recorded elsewhere leads nowhere", () => {
  expect(remedyPlace({ kind: "evidence", ref: "gateway" })).toBeNull();
  expect(remedyPlace({ kind: "activity", ref: "match/1" })).toBeNull();
});
