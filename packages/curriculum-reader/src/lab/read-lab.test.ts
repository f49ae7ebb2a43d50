import { describe, expect, it } from "vitest";
import { readLab } from "./read-lab.ts";

const yaml = `id: L99
title: A lab
kind: fix-code-ts
difficulty: easy
minutes: 10
modules: [m01]
threats: []
run:
  entry: service.ts
  calls: serve
  edit: [main.ts]
  limits: { ticks: 500 }
hints:
  - { price: 4, says: Look at \`main\`. }
  - { price: 8, says: "Two" }
  - { price: 12, says: "Three" }
weakened:
  one: { says: One, fails: [a] }
  two: { says: Two, fails: [a, b] }
  three: { says: Three, fails: [b] }
`;

const debrief = `## One question

\`\`\`write
id: debrief
ask: What now?
fields:
  - { id: now, title: Now, lines: 2, words: 2 }
points: [ Something ]
model: This.
\`\`\`

## The model solution

It is so.

## What this does not cover

The rest, see [canary](term:canary).
`;

const whole: Readonly<Record<string, string>> = {
  "lab.yaml": yaml,
  "brief.md": "## What happened\n\nText.\n",
  "debrief.md": debrief,
  "checks.ts": "export const checks = [];\n",
  "start/service.ts": "1",
  "start/main.ts": "2",
  "reference/main.ts": "3",
  "weakened/one/main.ts": "4",
  "weakened/two/main.ts": "5",
  "weakened/three/main.ts": "6",
};

const read = (changes: Readonly<Record<string, string | null>> = {}, folder = "/labs/L99") => {
  const files = Object.entries({ ...whole, ...changes }).flatMap(([path, text]) =>
    text === null
      ? []
      : [
          [
            path,
            { file: `labs/L99/${path}`, path: `${folder}/${path}`, bytes: Buffer.from(text) },
          ] as const,
        ],
  );
  return readLab(folder, new Map(files));
};

const faults = (changes: Readonly<Record<string, string | null>>) =>
  read(changes).faults.map(
    ({ file, line, column, says, cure }) => `${file}:${line}:${column} ${says} | ${cure}`,
  );

const withYaml = (from: string, to: string) => {
  expect(yaml).toContain(from);
  return faults({ "lab.yaml": yaml.replace(from, to) });
};

describe("a whole lab", () => {
  const { lab, links, faults: none } = read();

  it("has no faults and all of its parts", () => {
    expect(none).toEqual([]);
    expect(lab?.run).toEqual({
      entry: "service.ts",
      calls: "serve",
      edit: ["main.ts"],
      freshPerCase: false,
      limits: { ticks: 500 },
    });
    expect(lab?.start.map(({ path }) => path)).toEqual(["service.ts", "main.ts"]);
    expect(lab?.reference).toEqual([{ path: "main.ts", text: "3" }]);
    expect(lab?.weakened.map(({ id, fails }) => [id, fails])).toEqual([
      ["one", ["a"]],
      ["two", ["a", "b"]],
      ["three", ["b"]],
    ]);
    expect(lab?.hints[0]?.says).toContainEqual({ kind: "code", text: "main" });
    expect(lab?.debrief.question.kind).toBe("write");
    expect(links.map(({ to }) => to)).toEqual([{ kind: "term", id: "canary" }]);
  });

  it("may have files that are read and not run", () => {
    const reading = read({
      "lab.yaml": yaml.replace(/run:\n(?: .*\n)*/, "edit: [main.ts]\n"),
    });
    expect(reading.faults).toEqual([]);
    expect(reading.lab).toMatchObject({ run: null, edit: ["main.ts"] });
    expect(reading.lab?.start).toHaveLength(2);
  });

  it("is accepted by a person where it says so", () => {
    expect(lab?.isReviewed).toBe(false);
    const reviewed = { "lab.yaml": yaml.replace("run:", "review: person\nrun:") };
    expect(read(reviewed).lab?.isReviewed).toBe(true);
    expect(withYaml("run:", "review: machine\nrun:")[0]).toContain("`review` must be `person`");
  });

  it("may say what that person asks, and how much of it is enough", () => {
    const rubric = (from: number, ...ids: string[]) =>
      `rubric: { acceptedFrom: ${from}, questions: [${ids.map((id) => `{ id: ${id}, says: S }`).join()}] }\nrun:`;
    const asking = {
      "lab.yaml": yaml.replace("run:", `review: person\n${rubric(4, "one", "two")}`),
    };
    expect(read(asking).lab?.rubric).toEqual({
      acceptedFrom: 4,
      questions: [
        { id: "one", says: "S" },
        { id: "two", says: "S" },
      ],
    });
    expect(withYaml("run:", rubric(7, "one", "one"))).toEqual([
      expect.stringContaining("nobody asks this: `review` is missing"),
      expect.stringContaining("there are 6 points and no more"),
      expect.stringContaining("the question `one` is there twice"),
    ]);
  });

  it("has another version whenever any of its files is another", () => {
    for (const path of Object.keys(whole).filter((one) => !/yaml|md$/.test(one))) {
      expect(read({ [path]: `${whole[path]} ` }).lab?.version, path).not.toBe(lab?.version);
    }
  });
});

describe("mistakes in lab.yaml are pointed at", () => {
  it.each([
    [
      "a hint without a price",
      "price: 8, ",
      "",
      "lab.yaml:15:5 `price` is missing; it must be a whole number of points | add `price`: a whole number of points",
    ],
    [
      "two hints",
      '  - { price: 12, says: "Three" }\n',
      "",
      "lab.yaml:13:1 `hints` must be a list of exactly three hints, not a list | write a list of exactly three hints",
    ],
    [
      "two weakened solutions",
      "  three: { says: Three, fails: [b] }\n",
      "",
      "lab.yaml:17:1 a lab needs 3 weakened solutions or more, not 2 | add folders to weakened/, and name them here",
    ],
    [
      "a reason that names no check",
      "fails: [a, b]",
      "fails: []",
      "lab.yaml:19:28 `fails` must be a list with at least one check id, not a list | write a list with at least one check id",
    ],
    [
      "an entry that is not there",
      "entry: service.ts",
      "entry: serve.ts",
      "lab.yaml:9:10 `serve.ts` does not lie in start/ | name a file of start/, or add it there",
    ],
    [
      "a path out of the folder",
      "edit: [main.ts]",
      "edit: [../main.ts]",
      "lab.yaml:11:10 item 1 of `edit` must be a path inside start/, such as src/main.ts, not `../main.ts` | write a path inside start/, such as src/main.ts",
    ],
    [
      "a misspelt key",
      "calls:",
      "cals:",
      "lab.yaml:10:3 unknown key `cals`; did you mean `calls`? | write `calls`",
    ],
    [
      "another id than the folder's",
      "id: L99",
      "id: L98",
      "lab.yaml:1:5 the id `L98` differs from the name of its place, `L99` | undefined",
    ],
    [
      "a kind that runs nothing",
      "kind: fix-code-ts",
      "kind: classify",
      "lab.yaml:8:1 a lab of the kind classify runs nothing, but `run` is there | remove `run`",
    ],
    [
      "files to be changed beside what is run",
      "run:\n",
      "edit: [main.ts]\nrun:\n",
      "lab.yaml:8:7 `edit` belongs into `run` | move it there, or remove `run`",
    ],
    [
      "nothing to be run or read",
      "run:\n  entry: service.ts\n  calls: serve\n  edit: [main.ts]\n  limits: { ticks: 500 }\n",
      "",
      "lab.yaml:3:7 a lab of the kind fix-code-ts is run or read, but `run` and `edit` are missing | add `run` with entry, calls and edit, or `edit` alone where nothing is run",
    ],
    [
      "a file to be changed that is not there",
      "run:\n  entry: service.ts\n  calls: serve\n  edit: [main.ts]\n  limits: { ticks: 500 }\n",
      "edit: [Dockerfile]\n",
      "lab.yaml:8:8 `Dockerfile` does not lie in start/ | name a file of start/, or add it there",
    ],
  ])("%s", (_, from, to, wanted) => {
    expect(withYaml(from, to)).toContain(`labs/L99/${wanted}`);
  });
});

describe("missing and foreign files are reported", () => {
  it.each([
    [
      "brief.md",
      "lab.yaml:1:5 brief.md is missing: the task page | write brief.md beside this file",
    ],
    [
      "checks.ts",
      "lab.yaml:1:5 checks.ts is missing: the cases and what is right | write checks.ts beside this file",
    ],
    [
      "reference/main.ts",
      "lab.yaml:1:5 the folder reference/ is missing or empty | put a solution there",
    ],
    [
      "weakened/two/main.ts",
      "lab.yaml:19:8 the folder weakened/two/ is missing or empty | put the files there that differ from the reference",
    ],
  ])("%s that is missing", (path, wanted) => {
    expect(faults({ [path]: null })).toEqual([`labs/L99/${wanted}`]);
  });

  it.each([
    [
      "notes.txt",
      "remove it; beside lab.yaml, brief.md and debrief.md only .ts files for checks.ts lie here",
    ],
    ["checks/one.ts", "remove it; a lab has start/, reference/, weakened/ and accepted/"],
    ["reference/service.ts", "remove it; a solution holds only what a learner hands in: main.ts"],
    [
      "accepted/other/service.ts",
      "remove it; a solution holds only what a learner hands in: main.ts",
    ],
    ["weakened/four/main.ts", "name it under `weakened` in lab.yaml: four"],
  ])("%s that nothing uses", (path, cure) => {
    expect(faults({ [path]: "x" })).toEqual([
      `labs/L99/${path}:1:1 nothing in this lab uses ${path} | ${cure}`,
    ]);
  });

  it("says all of them at once, and that there is no lab.yaml", () => {
    expect(faults({ "brief.md": null, "notes.txt": "x", "start/main.ts": null })).toHaveLength(3);
    expect(faults({ "lab.yaml": null })[0]).toContain("there is no lab.yaml");
  });
});

describe("a debrief", () => {
  it("asks one question and says what the repair does not cover", () => {
    const without = debrief.replace(/## One question[\s\S]*## The model/, "## The modell");
    expect(faults({ "debrief.md": without })).toEqual([
      "labs/L99/debrief.md:1:1 the section “One question” is missing | add it: ## One question",
      "labs/L99/debrief.md:1:1 the section “The model solution” is missing | write ## The model solution",
      "labs/L99/debrief.md:1:1 the debrief asks 0 questions, not one | put exactly one `choose` or `write` block under ## One question",
    ]);
  });
});
