import { expect, it } from "vitest";
import { findingText, modulesToTag } from "./finding-words.ts";

const module = (id: string) => ({ id, title: id.toUpperCase() });
const labs = [
  { id: "L01", modules: [module("m02"), module("m19")] },
  { id: "L48", modules: [module("m14")] },
  { id: "L07", modules: [module("m05"), module("m02")] },
];

it("the modules of the lab come first, each module once", () => {
  expect(modulesToTag(labs, "L48").map(({ id }) => id)).toEqual(["m14", "m02", "m05", "m19"]);
  expect(modulesToTag(labs, "L99").map(({ id }) => id)).toEqual(["m02", "m05", "m14", "m19"]);
});

it("a finding says where it comes from", () => {
  expect(findingText("Your own system", " Nobody names the vendor. ")).toBe(
    "From a review of the lab “Your own system”: Nobody names the vendor.",
  );
});
