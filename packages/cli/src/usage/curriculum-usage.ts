import type { CommandUsage } from "./command-usage.ts";

export const curriculumUsage = [
  {
    name: "curriculum check",
    summary: "Point at every mistake in a curriculum, without a server",
    about: [
      "Reads lessons, questions, cases, words and documents the way the server does and lists all mistakes",
      "with file, line, column and what to do. A folder of your own is laid over the one that ships. Code of",
      "exercises is run in the sandbox: what learners start with must fail, the solution must pass.",
    ],
    positionals: [{ name: "folder", says: "your own curriculum, laid over ours", optional: true }],
    options: [{ name: "without-code", says: "only read; do not run the code of exercises" }],
    examples: [
      { run: "checkride curriculum check", says: "the curriculum that ships" },
      { run: "checkride curriculum check ./our-curriculum --json", says: "yours, in a pipeline" },
    ],
    exits: ["ok", "negative", "usage", "bug"],
    asks: "nobody",
  },
  {
    name: "curriculum preview",
    summary: "Show one lesson in the browser while it is written",
    about: [
      "Serves the lesson on this machine alone and shows it anew whenever a file beside it changes.",
      "Exercises are marked as they will be for learners; faults of the file stand at the top.",
    ],
    positionals: [
      { name: "lesson", says: "its id, such as m01-1, or its file", completes: "file" },
    ],
    options: [
      {
        name: "curriculum",
        value: "folder",
        says: "lay this curriculum over the one that ships (a file says it by itself)",
        completes: "folder",
      },
      { name: "port", value: "number", says: "listen here (else on any free port)" },
    ],
    examples: [
      { run: "checkride curriculum preview m01-1", says: "one that ships" },
      { run: "checkride curriculum preview ours/modules/x01/x01-1.md", says: "one of yours" },
    ],
    exits: ["ok", "usage", "bug"],
    asks: "nobody",
  },
  {
    name: "curriculum schema",
    summary: "Write the JSON Schemas of a curriculum's files, for completion in an editor",
    about: [
      "Writes one file for each kind (module, lesson-front-matter, item, competencies, glossary, document, lab,",
      "track) into the folder. They belong to this version of Checkride.",
    ],
    positionals: [{ name: "folder", says: "where they are written" }],
    options: [],
    examples: [{ run: "checkride curriculum schema ./our-curriculum", says: "beside your files" }],
    exits: ["ok", "usage", "bug"],
    asks: "nobody",
  },
] as const satisfies readonly CommandUsage[];
