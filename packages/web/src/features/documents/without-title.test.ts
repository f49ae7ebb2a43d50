import type { ProseBlock } from "@checkride/rules/prose";
import { expect, test } from "vitest";
import { withoutTitle } from "./without-title.ts";

const heading = (text: string): ProseBlock => ({
  kind: "heading",
  level: 3,
  text: [{ kind: "text", text }],
});

test("the title is not said twice, another first heading stays", () => {
  expect(withoutTitle([heading("Six rules"), heading("One")], "Six rules")).toEqual([
    heading("One"),
  ]);
  expect(withoutTitle([heading("One")], "Six rules")).toEqual([heading("One")]);
  expect(withoutTitle([], "Six rules")).toEqual([]);
});
