import fc from "fast-check";
import { expect, test } from "vitest";
import { moved } from "./moved.ts";

test("one item changes places with its neighbour", () => {
  expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
});

test("nothing is lost, and the ends stay", () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.nat(12), fc.constantFrom(-1, 1), (list, from, by) => {
      expect(moved(list, from, by).toSorted()).toEqual(list.toSorted());
      expect(moved(list, 0, -1)).toEqual(list);
    }),
  );
});
