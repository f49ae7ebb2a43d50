import { expect, it } from "vitest";
import { pointsOf } from "./points.ts";

const check = (half: "works" | "attacks", holds: boolean) => ({
  id: "x",
  half,
  says: "X",
  holds,
  why: null,
});
const [works, stops] = [check("works", true), check("attacks", true)];
const [broken, open] = [check("works", false), check("attacks", false)];

it("everything is worth a hundred, less what hints cost", () => {
  expect(pointsOf([works, stops], [])).toBe(100);
  expect(pointsOf([works, stops], [4, 8])).toBe(88);
});

it("what is nearly right is worth its share", () => {
  expect(pointsOf([works, broken, stops, open, open], [])).toBe(40);
});

it("a check may be right in part, and hold all the same", () => {
  expect(pointsOf([{ ...works, share: 0.5 }, stops], [])).toBe(80);
  expect(pointsOf([works, { ...open, share: 0.5 }], [4])).toBe(66);
});

it("refusing everything is worth nothing, and nothing is worth less than nothing", () => {
  expect(pointsOf([broken, stops, stops], [])).toBe(0);
  expect(pointsOf([broken, open], [12])).toBe(0);
});
