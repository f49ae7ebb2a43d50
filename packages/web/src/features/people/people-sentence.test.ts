import { describe, expect, it } from "vitest";
import { peopleSentence } from "./people-sentence.ts";

describe("peopleSentence", () => {
  it.each([
    [
      412,
      { people: 412, hold: 386, overdue: 9 },
      "386 of 412 people hold what they must; 9 are overdue.",
    ],
    [5, { people: 3, hold: 1, overdue: 1 }, "1 of 3 people holds what they must; 1 is overdue."],
    [
      5,
      { people: 3, hold: 0, overdue: 0 },
      "0 of 3 people hold what they must; nobody is overdue.",
    ],
    [2000, { people: 1500, hold: 1500, overdue: 0 }, "All 1,500 people hold what they must."],
    [1, { people: 1, hold: 1, overdue: 0 }, "The one person of whom something is asked holds it."],
    [
      7,
      { people: 0, hold: 0, overdue: 0 },
      "7 people, and the policy asks nothing of anybody yet.",
    ],
    [1, { people: 0, hold: 0, overdue: 0 }, "Only you are here so far."],
    [0, { people: 0, hold: 0, overdue: 0 }, "Nobody is here yet."],
  ])("says for %i people %o: %s", (total, asked, sentence) => {
    expect(peopleSentence(total, asked)).toBe(sentence);
  });
});
