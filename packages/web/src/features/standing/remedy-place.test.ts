import { expect, test } from "vitest";
import { remedyPlace } from "./remedy-place.ts";

test("a quiz is reached through its track, a refresher through the same one", () => {
  const quiz = remedyPlace({ kind: "activity", ref: "quiz/t1" });
  const refresher = remedyPlace({ kind: "activity", ref: "quiz/t1-refresher" });
  expect(quiz?.link).toEqual({ to: "/tracks/$track", params: { track: "t1" } });
  expect(refresher?.link).toEqual(quiz?.link);
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
