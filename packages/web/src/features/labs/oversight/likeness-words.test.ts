import { expect, test } from "vitest";
import { likenessSentence } from "./likeness-words.ts";

const side = (name: string) => ({
  attempt: "a",
  at: "2026-01-05T09:00:00Z",
  person: { id: name, name },
});

test.each([
  ["same", 1, "Ada and Bob changed the same, names and layout aside."],
  ["near", 0.816, "82 % of what Ada and Bob changed is alike."],
] as const)("%s, %d: %s", (kind, share, sentence) => {
  expect(likenessSentence({ kind, share, one: side("Ada"), other: side("Bob") })).toBe(sentence);
});
