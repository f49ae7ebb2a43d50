import type { LabSource } from "@checkride/curriculum-reader/lab/lab-sources";
import type { Content } from "./platform/content.ts";

const about = (id: string, kind: string, more: string) => `id: ${id}
title: Test lab ${id}
kind: ${kind}
difficulty: easy
minutes: 5
modules: [m01]
threats: []
${more}hints:
  - { price: 4, says: "Who asks?" }
  - { price: 8, says: "Whose is it?" }
  - { price: 12, says: "Compare the two." }
weakened:
  one: { says: One, fails: [stranger] }
  two: { says: Two, fails: [stranger] }
  three: { says: Three, fails: [stranger] }
`;

const brief = "## What happened\n\nAnybody reads everything.\n";

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

The rest.
`;

/** Gives to the owner, and to nobody else. */
export const rightCode =
  "export const allow = (who: string, owner: string) => ({ allowed: who === owner });\n";
export const wrongCode = "export const allow = () => ({ allowed: true });\n";

const codeChecks = `
export const checks = [
  {
    id: "owner", half: "works", says: "The owner is let in.", why: "It is theirs.",
    cases: (draw) => [
      { args: ["ada", "ada"], wants: { allowed: true }, isPublic: true },
      ...Array.from({ length: 3 }, () => draw.word(8)).map((who) => ({ args: [who, who], wants: { allowed: true } })),
    ],
  },
  {
    id: "stranger", half: "attacks", says: "Somebody else is refused.", why: "It is not theirs.",
    cases: (draw) => Array.from({ length: 3 }, () => ({
      args: [draw.word(8), draw.word(9)], wants: { allowed: false },
    })),
  },
];
`;

/** The files of T01. */
export const codeLab = {
  "lab.yaml": about(
    "T01",
    "fix-code-ts",
    "run: { entry: main.ts, calls: allow, edit: [main.ts] }\n",
  ),
  "brief.md": brief,
  "debrief.md": debrief,
  "checks.ts": codeChecks,
  "start/main.ts": wrongCode,
  "start/notes.ts": "export const notes = 1;\n",
  "reference/main.ts": rightCode,
  "weakened/one/main.ts": wrongCode,
  "weakened/two/main.ts": wrongCode,
  "weakened/three/main.ts": wrongCode,
};

const answeredChecks = `
const texts = ["red", "green", "blue", "white"];
export const lab = {
  draw: (draw) => draw.shuffle(texts),
  asks: (task) => task.map((text, at) => ({
    kind: "choose", id: "q" + at, ask: text, options: texts.map((one) => ({ id: one, text: one })),
  })),
  checks: [
    { id: "first", half: "works", says: "The first is right.", why: "Read it.",
      holds: (task, answers) => answers.chosen("q0") === task[0] },
    { id: "stranger", half: "attacks", says: "The others are right.", why: "Read them.",
      holds: (task, answers) => task.every((text, at) => answers.chosen("q" + at) === text) },
  ],
  review: (task) => new Map(task.map((text, at) => ["q" + at, "It is " + text + "."])),
};
`;

const answering = (body: string) => `export const answer = (task) => (${body});\n`;

const answeredLab = {
  "lab.yaml": about("T02", "classify", ""),
  "brief.md": brief,
  "debrief.md": debrief,
  "checks.ts": answeredChecks,
  "reference/answer.ts": answering('Object.fromEntries(task.map((text, at) => ["q" + at, text]))'),
  "weakened/one/answer.ts": answering("{ q0: task[0] }"),
  "weakened/two/answer.ts": answering("{ q0: task[0] }"),
  "weakened/three/answer.ts": answering("{ q0: task[0] }"),
};

const incidentChecks = `
const broken = () => { throw new Error("nobody thought of this"); };
export const lab = {
  draw: (draw) => ({ host: draw.word(6) }),
  scenario: ({ host }) => ({
    begins: "09:00",
    ends: { atMinute: 60, title: "An hour is over" },
    situation: "The host " + host + " leaks.",
    moves: [
      { id: "stop", title: "Stop it", group: "Contain", minutes: 5, from: "Ops", brings: "It is stopped." },
      { id: "look", title: "Look", group: "Look", minutes: 5, from: "Ops", brings: "Nothing new." },
      { id: "spill", title: "Spill coffee", group: "Look", minutes: 1, from: "Ops", brings: "It is wet." },
      { id: "close", title: "Close", group: "End", minutes: 1, from: "You", brings: "It is over.", ends: true },
    ],
    injects: [],
    papers: [],
    clocks: [],
  }),
  checks: [
    { id: "ended", half: "works", says: "It is closed.", why: "Say when it is over.", holds: (task, run) => run.has("close") },
    { id: "stranger", half: "attacks", says: "It is stopped.", why: "It went on.",
      holds: (task, run) => run.has("spill") ? broken() : run.has("stop") },
  ],
  stoppedAt: (run) => run.at("stop"),
  review: () => new Map([["stop", "This was the move."]]),
};
`;

const moves = (...ids: readonly string[]) =>
  answering(`{ moves: ${JSON.stringify(ids.map((move) => ({ move, answers: {} })))} }`);

const incidentLab = {
  "lab.yaml": about("T04", "incident-sim", ""),
  "brief.md": brief,
  "debrief.md": debrief,
  "checks.ts": incidentChecks,
  "reference/answer.ts": moves("stop", "close"),
  "weakened/one/answer.ts": moves("close"),
  "weakened/two/answer.ts": moves("look", "close"),
  "weakened/three/answer.ts": moves("close"),
};

const filesChecks = `
const broken = () => { throw new Error("nobody thought of this"); };
const reads = (files) => files.get("door.txt") === "boom" ? broken() : { ok: true, value: files.get("door.txt") };
export const lab = {
  draw: (draw) => draw.word(8),
  fills: (owner) => ({ owner }),
  reads,
  shows: (owner, opens) => "It opens for " + opens,
  checks: [
    { id: "owner", half: "works", says: "It opens for somebody.", why: "It is shut.", holds: (owner, opens) => opens !== "" },
    { id: "stranger", half: "attacks", says: "It opens for its owner.", why: "For others too.", holds: (owner, opens) => opens === owner },
  ],
};
`;

const filesLab = {
  "lab.yaml": about("T05", "ci-pipeline", "edit: [door.txt]\n"),
  "brief.md": brief,
  "debrief.md": debrief,
  "checks.ts": filesChecks,
  "start/door.txt": "anybody",
  "reference/door.txt": "[[owner]]",
  "weakened/one/door.txt": "x",
  "weakened/two/door.txt": "y",
  "weakened/three/door.txt": "z",
};

const rubricAsked = `review: person
rubric:
  acceptedFrom: 4
  questions:
    - { id: clear, says: Is it clear? }
    - { id: tonight, says: Would it work tonight? }
hints:`;

const sourceOf = (id: string, files: Readonly<Record<string, string>>): LabSource => ({
  id,
  folder: `labs/${id}`,
  files: new Map(
    Object.entries(files).map(([path, text]) => {
      const file = `labs/${id}/${path}`;
      return [path, { file, path: file, bytes: new TextEncoder().encode(text) }];
    }),
  ),
});

/** By id: what kind it is, and its files. */
const ownLabs: Readonly<Record<string, { kind: string; files: Readonly<Record<string, string>> }>> =
  {
    T01: { kind: "fix-code-ts", files: codeLab },
    T02: { kind: "classify", files: answeredLab },
    T03: {
      kind: "fix-code-ts",
      files: {
        ...codeLab,
        "lab.yaml": codeLab["lab.yaml"]
          .replaceAll("T01", "T03")
          .replace("run:", "review: person\nrun:"),
      },
    },
    T05: { kind: "ci-pipeline", files: filesLab },
    T06: {
      kind: "classify",
      files: {
        ...answeredLab,
        "lab.yaml": answeredLab["lab.yaml"].replaceAll("T02", "T06").replace("hints:", rubricAsked),
      },
    },
    T04: { kind: "incident-sim", files: incidentLab },
    // In place of the one that an assessment counts.
    L42: {
      kind: "classify",
      files: { ...answeredLab, "lab.yaml": answeredLab["lab.yaml"].replaceAll("T02", "L42") },
    },
  };

const activityOf = (id: string) => ({
  ref: `lab/${id}`,
  kind: "lab" as const,
  title: `Test lab ${id}`,
  minutes: 5,
  module: "m01",
  tracks: [],
  threats: [],
  installed: true,
});

/**
 * `T01` is repaired in TypeScript, `T02` is answered, `T03` is `T01` and accepted by a person, `T04` is led move by move
 * and breaks after `spill`, files of `T05` are read, and break it where they say `boom`, `T06` is `T02` and accepted by
 * points; small, so that a test sees through them.
 */
export const withTestLabs = (shipped: Content): Content => {
  const own = Object.entries(ownLabs);
  const { catalogue } = shipped;
  const activities = own.map(([id]) => [`lab/${id}`, activityOf(id)] as const);
  const summaries = own.map(
    ([id, { kind }]) => [id, { id, kind, difficulty: "easy", modules: ["m01"] }] as const,
  );
  return {
    ...shipped,
    labs: new Map([
      ...shipped.labs,
      ...own.map(([id, { files }]) => [id, sourceOf(id, files)] as const),
    ]),
    catalogue: {
      ...catalogue,
      activities: new Map([...catalogue.activities, ...activities]),
      labs: new Map([...catalogue.labs, ...summaries]),
    },
  };
};
