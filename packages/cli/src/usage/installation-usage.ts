import type { CommandUsage } from "./command-usage.ts";

const place = [
  "Works on the installation that the environment names: DATABASE_URL, else the PostgreSQL in the data",
  "folder (CHECKRIDE_DATA, else ./data). Run it as the account that runs the server.",
];

export const installationUsage = [
  {
    name: "backup",
    summary: "Write everything into one file, also while the server runs",
    about: [
      "One consistent moment of all tables, and the master key when it lies in the data folder. The file is",
      "readable for its owner only; whoever has it has everything, so keep it as safe as the installation.",
      ...place,
    ],
    positionals: [],
    options: [
      {
        name: "out",
        value: "file",
        says: "write to this file, which must not exist (else checkride-<time>.backup in this folder)",
        completes: "file",
      },
      { name: "without-master-key", says: "leave the master key out, to keep it elsewhere" },
    ],
    examples: [
      { run: "checkride backup --out /backups/checkride.backup", says: "one file, one moment" },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "bug"],
    asks: "installation",
  },
  {
    name: "restore",
    summary: "Bring a backup back, into an empty place",
    about: [
      "Reads the whole file first; a cut or changed one is refused before anything is written. Then loads,",
      "reads everything back, compares it and checks the ledger against its last signed checkpoint.",
      "A place that holds data is refused. A restore that was killed is recognised and begun again.",
      ...place,
    ],
    positionals: [{ name: "file", says: "the backup", completes: "file" }],
    options: [
      {
        name: "into",
        value: "folder",
        says: "the data folder to restore into, instead of CHECKRIDE_DATA",
        completes: "folder",
      },
    ],
    examples: [
      { run: "checkride restore checkride.backup --into ./data", says: "into a fresh data folder" },
      {
        run: "DATABASE_URL=postgres:///checkride checkride restore checkride.backup --into ./data",
        says: "into an empty database, the master key into ./data",
      },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "bug"],
    asks: "installation",
  },
  {
    name: "doctor",
    summary: "Check the installation and say what to fix",
    about: [
      "Looks and changes nothing. Every check says what it found and, where needed, what to do.",
      ...place,
    ],
    positionals: [],
    options: [],
    examples: [{ run: "checkride doctor", says: "something is odd, or before going live" }],
    exits: ["ok", "negative", "usage", "bug"],
    asks: "installation",
  },
] as const satisfies readonly CommandUsage[];
