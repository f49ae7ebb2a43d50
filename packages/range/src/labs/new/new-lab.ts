import { classifyFiles } from "./classify-files.ts";
import { type NewFiles, pythonFiles, typescriptFiles } from "./code-files.ts";
import { filesFiles } from "./files-files.ts";
import { incidentFiles } from "./incident-files.ts";
import { reviewFiles } from "./review-files.ts";
import { threatFiles } from "./threat-files.ts";

const kinds = {
  "fix-code-ts": typescriptFiles,
  "fix-code-python": pythonFiles,
  classify: classifyFiles,
  "ci-pipeline": filesFiles,
  "pr-review": reviewFiles,
  "incident-sim": incidentFiles,
  "threat-model": threatFiles,
} as const satisfies Readonly<Record<string, NewFiles>>;

export type NewKind = keyof typeof kinds;

export const newKinds: readonly string[] = Object.keys(kinds);

export const isNewKind = (name: string): name is NewKind => Object.hasOwn(kinds, name);

/** The files of a lab that proves itself, by path; `announced` is a lab.yaml that is there already. */
export const newLab = (
  id: string,
  kind: NewKind,
  announced: string | null,
): Readonly<Record<string, string>> => {
  const { running, files } = kinds[kind];
  const head = announced ?? metadata(id, kind);
  return {
    "lab.yaml": `${head.trimEnd()}\n${hints}${running}`,
    "brief.md": brief,
    "debrief.md": debrief,
    ...files,
  };
};

const metadata = (id: string, kind: NewKind): string => `id: ${id}
title: A new lab
kind: ${kind}
difficulty: easy
minutes: 15
modules: []
threats: []
`;

const hints = `hints:
  - { price: 4, says: "Where to look, without saying what to do." }
  - { price: 8, says: "What is wrong, without saying how to repair it." }
  - { price: 12, says: "How to repair it, nearly in code." }
`;

const brief = `## What happened

Who wrote this, where it runs, and what somebody noticed.

## Your task

What must still work, and what must no longer be possible. Say everything that the checks ask for: a learner must be
able to know what is right without guessing.
`;

const debrief = `## One question

\`\`\`write
id: debrief
ask: Where in your own code would you look for the same mistake first?
fields:
  - { id: place, title: "I would look at …", lines: 2, words: 5 }
points:
  - Names a place in real code
model: The export of invoices; it takes an order's number from the address and asks nobody.
\`\`\`

## The model solution

Why it is like this, and what else would be as good.

## What this does not cover

What an attacker still has.
`;
