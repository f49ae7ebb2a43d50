import type { Rich } from "@checkride/rules/prose";
import { expect, it } from "vitest";
import { holdsWords, plainText } from "./plain-text.ts";

it("is the words of a line without what they are made of", () => {
  const line: Rich = [
    { kind: "text", text: "A " },
    { kind: "strong", text: [{ kind: "text", text: "planted " }] },
    { kind: "code", text: "value" },
    {
      kind: "link",
      to: { kind: "term", id: "canary" },
      text: [{ kind: "text", text: ", or canary" }],
    },
  ];
  expect(plainText(line)).toBe("A planted value, or canary");
});

it("finds every word in any order, in whatever case", () => {
  expect(holdsWords("Canary planted", ["canary", "A planted value"])).toBe(true);
  expect(holdsWords("canary missing", ["canary", "A planted value"])).toBe(false);
  expect(holdsWords("  ", ["anything"])).toBe(true);
});
