import { fail, ok } from "@checkride/rules/result";
import { describe, expect, it } from "vitest";
import type { FilesLab } from "../../kit/files-lab.ts";
import { openFilesLab } from "./files-lab.ts";
import { testLab } from "./test-lab.ts";

type Door = { readonly opens: string; readonly log: string };

/** A lab of one sentence: the door opens for its owner and nobody else. */
const door: FilesLab<string, Door> = {
  draw: (draw) => draw.word(8),
  fills: (owner) => ({ owner }),
  reads: (files) => {
    const [opens = "", rest] = (files.get("door.txt") ?? "").split("\n");
    if (rest !== undefined)
      return fail([{ path: "door.txt", line: 2, says: "one line is enough" }]);
    return ok({ opens, log: files.get("log.txt") ?? "" });
  },
  shows: (owner, { opens }) => `${owner}: ${opens === owner}`,
  checks: [
    {
      id: "own",
      half: "works",
      says: "S",
      why: "W",
      isPublic: true,
      holds: (owner, { opens, log }) => opens === owner && log === "on",
    },
    {
      id: "foreign",
      half: "attacks",
      says: "S",
      why: "W",
      holds: (_, { opens }) => opens !== "anybody",
    },
  ],
};

const open = openFilesLab(
  testLab({
    edit: ["door.txt"],
    start: [
      { path: "door.txt", text: "anybody" },
      { path: "log.txt", text: "on" },
    ],
    reference: [{ path: "door.txt", text: "[[owner]]" }],
    weakened: [
      { id: "alike", says: "S", fails: ["own"], files: [{ path: "door.txt", text: "x[[owner]]" }] },
      { id: "same", says: "S", fails: [], files: [{ path: "other.txt", text: "" }] },
    ],
  }),
  door,
);

const away = { runCases: async () => ({ outcome: "error" as const, says: "away" }) };

const grade = async (...files: { path: string; text: string }[]) => {
  const answer = await open.grade(away, files, "s");
  if (answer.outcome !== "graded") return answer;
  const { passed, checks, load } = answer.graded.verdict;
  return { passed, load, holds: checks.filter(({ holds }) => holds).map(({ id }) => id) };
};

const own = (text: string) => ({ path: "door.txt", text });
const [right] = open.proof.reference("s");

describe("files that are read instead of run", () => {
  it("hold or not, and what is right differs from seed to seed", async () => {
    expect(await grade(own("anybody"))).toEqual({ passed: false, load: null, holds: [] });
    expect(await grade(own(right?.text ?? ""))).toMatchObject({ passed: true });
    expect(await grade(...open.proof.reference("other"))).toMatchObject({ passed: false });
    expect(open.proof.sameVariants("s", "other")).toBe(null);
  });

  it("fail all checks where they mean nothing, with the line that says so", async () => {
    expect(await grade(own("a\nb"))).toEqual({
      passed: false,
      load: "one line is enough (door.txt, line 2)",
      holds: [],
    });
  });

  it("are not read at all beyond a size", async () => {
    expect(await grade(own("x".repeat(17_000)))).toMatchObject({
      passed: false,
      load: "this file is larger than 16 KB (door.txt, line 1)",
    });
  });

  it("are taken from the lab where they cannot be changed", async () => {
    expect(await grade({ path: "log.txt", text: "off" })).toEqual({
      outcome: "refused",
      says: "log.txt cannot be changed in this lab.",
    });
  });

  it("show before handing in what they would do, and only the checks that are open", () => {
    const shown = open.shows?.([own("anybody")], "s");
    expect(shown).toMatchObject({ value: { text: `${right?.text}: false`, load: null } });
    expect(shown?.ok && shown.value.checks.map(({ id }) => id)).toEqual(["own"]);
  });

  const broken = () => {
    throw new Error("nobody thought of this");
  };
  it.each([
    ["reads", { ...door, reads: broken }],
    ["holds", { ...door, checks: door.checks.map((check) => ({ ...check, holds: broken })) }],
  ])("are not graded at all where the lab's own `%s` breaks on them", async (_, lab) => {
    const { edit, start } = open.lab;
    const faulty = openFilesLab(testLab({ edit, start }), lab);
    const says = "The checks of this lab broke on these files: its fault, not yours.";
    expect(await faulty.grade(away, [own("anybody")], "s")).toMatchObject({
      outcome: "error",
      says,
      because: expect.stringContaining("nobody thought of this"),
    });
    expect(faulty.shows?.([own("anybody")], "s")).toEqual({ ok: false, error: says });
  });

  it("of a solution lie over those of the reference", () => {
    expect(open.proof.weakened("alike", "s")).toEqual([own(`x${right?.text}`)]);
    expect(open.proof.weakened("same", "s")).toEqual([right]);
    expect(open.proof.start("s")).toEqual([own("anybody")]);
  });

  it("have nothing in them that is not filled in", () => {
    const unfilled = openFilesLab(
      testLab({
        edit: ["door.txt"],
        start: [own("[[who]]")],
        reference: [own("[[owner]]")],
      }),
      door,
    );
    expect(unfilled.proof.sameVariants("s", "other")).toBe(
      "nothing is filled in for [[who]] in door.txt",
    );
  });
});
