import type { CommandUsage } from "./command-usage.ts";

export const labUsage = [
  {
    name: "lab check",
    summary: "Prove labs: nobody passes who should not, and everybody who should",
    about: [
      "Points at every mistake in a lab's folder. Then runs it in the sandbox: what learners start with must",
      "fail, the reference must pass on 20 seeds, each weakened solution must fail exactly the checks that",
      "lab.yaml names, tricks must fail, and two runs must give the same bytes. Without names: all labs.",
    ],
    positionals: [{ name: "lab", says: "ids such as L17, or folders", optional: true, rest: true }],
    options: [],
    examples: [
      { run: "checkride lab check L17", says: "one that ships" },
      { run: "checkride lab check ./ours/labs/ACME01", says: "one of yours" },
    ],
    exits: ["ok", "negative", "usage", "bug"],
    asks: "nobody",
  },
  {
    name: "lab new",
    summary: "Begin a lab with a small one that passes its own check",
    about: [
      "Writes the folder of a whole lab to change step by step. A lab.yaml that is there already, and nothing",
      "beside it, is kept and completed.",
    ],
    positionals: [{ name: "id", says: "its id, such as ACME01: capital letters and a number" }],
    options: [
      {
        name: "kind",
        value: "kind",
        says: "fix-code-ts, fix-code-python, classify, ci-pipeline, pr-review, incident-sim, threat-model",
      },
      {
        name: "curriculum",
        value: "folder",
        says: "write into labs/ of this curriculum (else the one that ships)",
        completes: "folder",
      },
    ],
    examples: [
      { run: "checkride lab new ACME01 --kind=fix-code-ts --curriculum=./ours", says: "yours" },
    ],
    exits: ["ok", "usage", "bug"],
    asks: "nobody",
  },
  {
    name: "lab regrade",
    summary: "Grade stored submissions again: does every pass still say the same",
    about: [
      "The server grades an attempt again, under the content and the seed of then, and compares the verdict",
      "check by check and case by case, and with what the ledger says of it. With --all: every attempt that a",
      "pass in the ledger names. An attempt that differs or is gone is an answer of no.",
    ],
    positionals: [{ name: "attempt", says: "its id, a UUID", optional: true, rest: true }],
    options: [{ name: "all", says: "every pass that the ledger knows" }],
    examples: [
      {
        run: "checkride lab regrade 019a2f7e-3c1b-7d52-9a41-6f0e5b8c2d13",
        says: "one that evidence names",
      },
      { run: "checkride lab regrade --all --json", says: "all of them, for a program" },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "not-permitted", "bug"],
    asks: "server",
  },
] as const satisfies readonly CommandUsage[];
