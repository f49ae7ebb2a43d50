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
      { name: "kind", value: "kind", says: "fix-code-ts, fix-code-python, classify, incident-sim" },
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
] as const satisfies readonly CommandUsage[];
