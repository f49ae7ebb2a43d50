import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentCharsMax, commentsMax, readReview } from "./review.ts";

const comment = { file: "a.ts", from: 3, to: 5, problem: "ssrf", text: "Where does it go?" };

describe("a review", () => {
  it("is read again as it was written, decided or not", () => {
    const review = { comments: [comment], decision: "changes" };
    expect(readReview(review)).toEqual(review);
    expect(readReview({ comments: [] })).toEqual({ comments: [], decision: null });
  });

  it.each([
    ["nothing", undefined],
    ["a list", []],
    ["a decision that is no text", { comments: [], decision: 1 }],
    ["a place before the first", { comments: [{ ...comment, from: -1 }] }],
    ["an end before its beginning", { comments: [{ ...comment, to: 2 }] }],
    ["half a line", { comments: [{ ...comment, to: 5.5 }] }],
    ["a place beyond all files", { comments: [{ ...comment, to: 1e9 }] }],
    ["a novel", { comments: [{ ...comment, text: "x".repeat(commentCharsMax + 1) }] }],
    ["too many", { comments: Array.from({ length: commentsMax + 1 }, () => comment) }],
    ["one wrong comment among right ones", { comments: [comment, { ...comment, file: 1 }] }],
  ])("is none with %s", (_, value) => {
    expect(readReview(value)).toBeNull();
  });

  it("whatever it is given, it never has more than fits", () => {
    const odd = fc.record({
      comments: fc.array(fc.oneof(fc.constant(comment), fc.jsonValue()), { maxLength: 40 }),
      decision: fc.jsonValue(),
    });
    fc.assert(
      fc.property(odd, (value) => {
        const read = readReview(JSON.parse(JSON.stringify(value)));
        expect(read?.comments.length ?? 0).toBeLessThanOrEqual(commentsMax);
      }),
    );
  });
});
