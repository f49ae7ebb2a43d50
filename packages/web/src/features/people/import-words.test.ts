import { describe, expect, it } from "vitest";
import { importSentence } from "./import-words.ts";

const counts = { rows: 412, adds: 0, changes: 0, unchanged: 0, absent: 0, faultCount: 0, done: 0 };

describe("importSentence", () => {
  it.each([
    [
      { state: "ready", adds: 400, changes: 1 },
      "This file would add 400 people and change 1 person.",
    ],
    [{ state: "ready", changes: 3 }, "This file would change 3 people."],
    [{ state: "ready" }, "This file changes nobody."],
    [{ state: "running", done: 200 }, "Writing: 200 of 412 rows."],
    [{ state: "done", adds: 1 }, "Done: added 1 person."],
    [
      { state: "faulty", faultCount: 1, rows: 1 },
      "1 fault in 1 row. Nothing is written until there is none.",
    ],
    [{ state: "failed" }, "The import stopped before its end."],
  ] as const)("says for %o: %s", (given, sentence) => {
    expect(importSentence({ ...counts, ...given })).toBe(sentence);
  });
});
