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
    options: [],
    examples: [
      { run: "checkride curriculum check", says: "the curriculum that ships" },
      { run: "checkride curriculum check ./our-curriculum --json", says: "yours, in a pipeline" },
    ],
    exits: ["ok", "negative", "usage", "bug"],
    asks: "nobody",
  },
] as const satisfies readonly CommandUsage[];
