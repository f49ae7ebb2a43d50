import { expect, it } from "vitest";
import { explainFault } from "./explain-fault.ts";
import { readPolicy } from "./read-policy.ts";
import { smallCatalogue, soundPolicy, testNow } from "./test-policy-file.ts";

const explain = (text: string): string[] =>
  readPolicy(text, smallCatalogue, testNow).faults.map((fault) =>
    explainFault("policy.yaml", text, fault),
  );

it("shows the line, marks the place and says how to mend it", () => {
  expect(explain(soundPolicy.replace("certificates:", "certifcates:"))).toEqual([
    [
      "policy.yaml:14:1 error: unknown key `certifcates`; did you mean `certificates`?",
      "  14 | certifcates:",
      "     | ^^^^^^^^^^^",
      "     = write `certificates`",
    ].join("\n"),
  ]);
});

it("keeps the mark in place behind tabs and a byte order mark", () => {
  const text = "\uFEFFcheckride:\t2\nname: A\naudiences: {}\ncertificates: {}\ngates: {}\n";
  const [first] = readPolicy(text, smallCatalogue, testNow).faults;
  expect(first && explainFault("p", text, first).split("\n").slice(1)).toEqual([
    "  1 | checkride:\t2",
    "    |           \t^",
  ]);
});

it("marks nothing beyond the text", () => {
  expect(explain("")).toEqual([
    "policy.yaml:1:1 error: the file must be a policy that begins with `checkride: 1`, not nothing\n  1 |\n    | ^",
  ]);
});
