import { expect, it } from "vitest";
import type { Submission } from "../../submission.ts";
import { openCodeLab } from "./code-lab.ts";
import { testLab } from "./test-lab.ts";

const run = { entry: "service.ts", calls: "f", edit: ["main.ts"], freshPerCase: false, limits: {} };
const lab = testLab({
  run,
  edit: run.edit,
  start: [
    { path: "service.ts", text: "read-only" },
    { path: "main.ts", text: "start" },
  ],
  reference: [{ path: "main.ts", text: "right" }],
});
const check = (half: "works" | "attacks") => ({
  id: half,
  half,
  says: "S",
  why: "W",
  cases: () => [{ args: [half], wants: 1 }],
});
const open = openCodeLab(lab, run, [check("works"), check("attacks")]);

/** A range that remembers what it was given and runs nothing. */
const remembering = () => {
  const given: Submission[] = [];
  return {
    given,
    runCases: async (submission: Submission) => {
      given.push(submission);
      return { outcome: "error" as const, says: "away" };
    },
  };
};

it("takes what is read-only from the lab, whatever was handed in", async () => {
  const range = remembering();
  await open.grade(range, [{ path: "main.ts", text: "mine" }], "s");
  expect(range.given[0]?.files).toEqual([
    { path: "service.ts", text: "read-only" },
    { path: "main.ts", text: "mine" },
  ]);
});

it("tries out the public cases alone", async () => {
  const range = remembering();
  const half = check("works");
  const cases = () => [...half.cases(), { args: ["seen"], wants: 1, isPublic: true }];
  const withPublic = openCodeLab(lab, run, [{ ...half, cases }, check("attacks")]);
  await withPublic.tryOut?.(range, [], "s");
  expect(range.given[0]?.cases).toEqual([{ args: ["seen"], hidden: false }]);
});

it.each([
  [["service.ts"], "service.ts cannot be changed in this lab."],
  [["other.ts"], "other.ts cannot be changed in this lab."],
  [["main.ts", "main.ts"], "A file was handed in twice."],
])("refuses %j and runs nothing", async (paths, says) => {
  const range = remembering();
  const answer = await open.grade(
    range,
    paths.map((path) => ({ path, text: "" })),
    "s",
  );
  expect(answer).toEqual({ outcome: "refused", says });
  expect(range.given).toEqual([]);
});

it("shows what may be changed and what not", () => {
  expect(open.begin("s").files.map(({ path, mayEdit }) => [path, mayEdit])).toEqual([
    ["service.ts", false],
    ["main.ts", true],
  ]);
});
