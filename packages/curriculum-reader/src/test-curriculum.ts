import { readTrees } from "./read-curriculum.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault } from "./source-file.ts";

const encoder = new TextEncoder();

/** A folder's files without a disk. */
export const treeOf = (
  files: Readonly<Record<string, string | Uint8Array>>,
  root = "/curriculum",
): Tree => ({
  root,
  files: new Map(
    Object.entries(files)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, content]) => [
        file,
        {
          file,
          path: `${root}/${file}`,
          bytes: typeof content === "string" ? encoder.encode(content) : content,
        },
      ]),
  ),
  unreadable: new Set(),
});

export const faultsOf = (
  files: Readonly<Record<string, string | Uint8Array>>,
): readonly FileFault[] => readTrees([treeOf(files)]).faults;

export const lessonPath = "modules/m01/m01-1.md";

const lesson = `---
id: m01-1
title: A lesson
minutes: 14
claim: You can defend this.
threats: [LLM01:2026]
competencies: [A]
sources:
  who:
    title: Who said it, 2026
    url: https://example.com/who
---

## See: a weakness (5 min)

It is a fact [who](source:who), see [canary](term:canary) and [the other](lesson:m01-2).

\`\`\`ts
const key = process.env.KEY;
\`\`\`

\`\`\`choose
id: e01a
ask: Which one?
options:
  - { text: The first of them, right: true, why: Because. }
  - { text: The second one of them, why: No. }
\`\`\`

## Attack: it (4 min)

\`\`\`sort
id: e01b
ask: Sort.
groups: { x: One, y: Two }
cards:
  - { text: A, in: x, why: So. }
  - { text: B, in: y, why: So. }
\`\`\`

\`\`\`spot
id: e01c
ask: Mark.
show:
  language: ts
  text: |
    const a = 1;
    const b = 2;
marks:
  - { has: "a = 1", why: So. }
otherwise: No.
\`\`\`

## Repair: it (5 min)

\`\`\`slider
id: e01d
ask: Slide.
sliders:
  - { id: e, title: E, from: 1, to: 5, step: 1, start: 1 }
results:
  - { id: r, title: R, formula: "2 * e", digits: 0 }
goals:
  - { formula: "r > 6", says: Above six }
why: So.
\`\`\`

\`\`\`config
id: e01e
ask: Fill.
language: yaml
text: |
  rpm: {{rpm}}
blanks:
  rpm: { title: Requests, number: { from: 20, to: 60 }, why: So. }
\`\`\`

\`\`\`predict
id: e01f
ask: Guess.
options: [Refuse, Obey]
truth: Obey
reveal: It obeys.
\`\`\`

\`\`\`run
id: e01g
ask: Make it safe.
language: python
start: |
  def safe(x):
      return x
calls: safe
cases:
  - { says: doubled, args: [1], returns: 2 }
solution: |
  def safe(x):
      return 2 * x
\`\`\`

\`\`\`lab
lab: L01
\`\`\`
`;

/** A small curriculum without fault; mistakes are planted into it. */
export const soundFiles: Readonly<Record<string, string>> = {
  "tracks/t1.yaml": `id: t1
title: One
audience: All
modules: [m01]
labs: [L01]
quiz: { title: Quiz, minutes: 10, draw: { A: 1 } }
`,
  "modules/m01/module.yaml": `id: m01
title: M
summary: S
minutes: 19
owner: Application security
reviewed: 2026-11-21
reviewBy: 2027-05-21
threats: [LLM01:2026]
lessons: [m01-1, m01-2]
today: Do one thing.
changes:
  - { on: 2026-11-21, says: First edition. }
`,
  [lessonPath]: lesson,
  "modules/m01/m01-2.md": "---\nid: m01-2\ntitle: Second\nminutes: 5\nclaim: C.\n---\n",
  "items/a.yaml": `competency: A
items:
  - id: a1-1
    topic: Context
    level: 1
    threats: [LLM01:2026]
    added: 2026-11-21
    reviewed: 2026-11-21
    reviewBy: 2027-05-21
    sources:
      - { title: Who, url: https://example.com/ }
    choose:
      ask: Which?
      options:
        - { text: One of them, right: true, why: So. }
        - { text: Other one of them, why: No. }
`,
  "competencies.yaml": "- { id: A, title: Tools, expected: { t1: 2 } }\n",
  "glossary.yaml": '- { id: canary, term: canary, says: "A planted value." }\n',
  "cases/leak-2023.md": `---
id: leak-2023
title: A leak
organisation: Acme
happened: 2023-04
sector: electronics
risks: [LLM01:2026]
modules: [m01]
labs: [L01]
sources:
  news: { title: News, url: https://example.com/news }
---

## What happened

A leak [News](source:news).
`,
  "kits/kit-1.md":
    "---\nid: kit-1\ntitle: K\nmonth: 1\nminutes: 30\nlabs: [L01]\ncases: [leak-2023]\n---\n\n## Core\n\nText.\n",
  "labs/L01/lab.yaml":
    "id: L01\ntitle: Lab\nkind: llm-ctf\ndifficulty: easy\nminutes: 10\nmodules: [m01]\nthreats: []\n",
  "documents/card/document.yaml":
    "id: card\ntitle: Card\nkind: card\nversion: 1\nminutes: 2\nowner: Us\nreviewed: 2026-11-21\nreviewBy: 2027-05-21\n",
  "documents/card/text.md": "# Card\n\n- One rule\n",
  "threats/llm.json":
    '{"taxonomy": "LLM", "version": "2026", "items": [{"id": "LLM01:2026", "name": "Injection"}]}',
};
