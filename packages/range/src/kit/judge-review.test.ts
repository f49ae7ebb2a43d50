import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOf } from "./change.ts";
import { judgeReview, type ReviewKey } from "./judge-review.ts";

const change = changeOf("a.ts", "ts", [
  " one\n-two\n+zwei",
  { id: "hole", text: "\n+three\n+four\n" },
  " five",
]);

describe("a change", () => {
  it("numbers its lines as before and after, and knows where its pieces stand", () => {
    expect(change.file.lines.map(({ before, after, text }) => [before, after, text])).toEqual([
      [1, 1, "one"],
      [2, null, "two"],
      [null, 2, "zwei"],
      [null, 3, "three"],
      [null, 4, "four"],
      [3, 5, "five"],
    ]);
    expect(change.places).toEqual([{ id: "hole", file: "a.ts", from: 3, to: 4 }]);
  });
});

const key: ReviewKey = {
  planted: [{ id: "hole", problems: ["ssrf"], places: [{ file: "a.ts", from: 40, to: 41 }] }],
  fine: [{ id: "odd", problems: [], places: [{ file: "a.ts", from: 60, to: 61 }] }],
  free: ["remark"],
};
const comment = (from: number, problem: string, to = from, file = "a.ts") => ({
  file,
  from,
  to,
  problem,
  text: "",
});
const judged = (...comments: ReturnType<typeof comment>[]) =>
  judgeReview(key, { comments, decision: null });

describe("a review", () => {
  it.each([37, 40, 44])("finds what is within three lines, at %i", (line) => {
    expect(judged(comment(line, "ssrf"))).toMatchObject({
      seen: ["hole"],
      named: ["hole"],
      alarms: 0,
    });
  });

  it.each([
    ["four lines away", comment(36, "ssrf")],
    ["in another file", comment(40, "ssrf", 40, "b.ts")],
    ["with half the file", comment(35, "ssrf", 45)],
  ])("does not find it %s", (_, one) => {
    expect(judged(one)).toMatchObject({ seen: [], named: [], alarms: 1 });
  });

  it("that calls it something else has seen it, and raised a false alarm", () => {
    expect(judged(comment(40, "sql"))).toMatchObject({ seen: ["hole"], named: [], alarms: 1 });
  });

  it("may remark freely, and blames a fine part only on its own lines", () => {
    expect(judged(comment(60, "remark"))).toMatchObject({ alarms: 0, finePartsBlamed: [] });
    expect(judged(comment(62, "sql")).finePartsBlamed).toEqual([]);
    expect(judged(comment(61, "sql")).finePartsBlamed).toEqual(["odd"]);
  });

  it("never has fewer false alarms for saying more", () => {
    const comments = fc.array(
      fc.tuple(fc.nat(80), fc.constantFrom("ssrf", "sql", "remark"), fc.nat(12)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(comments, (list) => {
        const all = list.map(([from, problem, length]) => comment(from, problem, from + length));
        const found = judged(...all);
        expect(found.alarms).toBeGreaterThanOrEqual(judged(...all.slice(1)).alarms);
        expect(found.alarms).toBeLessThanOrEqual(found.claims);
        expect(found.seen).toEqual(expect.arrayContaining([...found.named]));
      }),
    );
  });
});
