import type { CommandUsage } from "./command-usage.ts";

export const peopleUsage = [
  {
    name: "people import",
    summary: "Add and change people from a CSV file, after a look at what it would do",
    about: [
      "Sends the file to the server, which says what each row would do. Faults are listed with line and",
      "column, and then nothing is written. Without faults it asks before it writes; where nobody can be",
      "asked (a pipeline), it writes only with --apply. People who are not in the file are never changed.",
    ],
    positionals: [{ name: "file", says: "the people, a CSV file in UTF-8", completes: "file" }],
    options: [
      { name: "apply", says: "write without asking, if there are no faults" },
      {
        name: "links",
        value: "file",
        says: "afterwards make one-time sign-in links for the added people and keep them in this file",
        completes: "file",
      },
    ],
    examples: [
      { run: "checkride people import people.csv", says: "look, then decide" },
      { run: "checkride people import people.csv --apply --links links.csv", says: "unattended" },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "not-permitted", "conflict", "bug"],
    asks: "server",
  },
] as const satisfies readonly CommandUsage[];
