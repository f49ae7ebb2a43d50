import type { CommandUsage, OptionUsage } from "./command-usage.ts";

export const ledgerKeyOptions = [
  { name: "key", value: "key", says: "the ledger's public key, name+id+key in one line" },
  { name: "key-file", value: "file", says: "read the key from this file", completes: "file" },
  {
    name: "checkpoint",
    value: "file",
    says: "a signed checkpoint kept from earlier; may be given more than once",
    repeats: true,
    completes: "file",
  },
] as const satisfies readonly OptionUsage[];

export const ledgerUsage = [
  {
    name: "ledger export",
    summary: "Export evidence with what is needed to verify it offline",
    about: [
      "Without a filter the export is complete: anybody with the public key can verify that no row was",
      "changed, added or taken away. With a filter each row carries its own proof, and nothing is proved",
      "about rows that are not there. A file is put in place only once the whole export has arrived.",
    ],
    positionals: [],
    options: [
      {
        name: "out",
        value: "file",
        says: "write to this file, which must not exist (else to stdout)",
        completes: "file",
      },
      { name: "kind", value: "kind", says: "only evidence of this kind" },
      { name: "person", value: "id", says: "only evidence about this person" },
      {
        name: "from",
        value: "time",
        says: "only evidence from this time on (2026-05-03 or with T09:30:00Z)",
      },
      { name: "to", value: "time", says: "only evidence before this time" },
    ],
    examples: [
      { run: "checkride ledger export --out ledger.ndjson", says: "everything" },
      {
        run: "checkride ledger export --from 2026-01-01 --to 2026-04-01 --out first-quarter.ndjson",
        says: "three months",
      },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "not-permitted", "bug"],
    asks: "server",
  },
  {
    name: "ledger verify",
    summary: "Verify an export, offline, with nothing but the public key",
    about: [
      "Says exactly which rows are wrong and in what. Needs no server and no network.",
      "The key is what you trust: take it from the people who run Checkride (GET /api/ledger, or the evidence",
      "page), not from the export. Without a key only the export's inner consistency is checked, which a",
      "forger could also have made; that has an exit code of its own.",
      "With a checkpoint kept from earlier it also proves that history was not rewritten since.",
    ],
    positionals: [{ name: "export", says: "the exported file", completes: "file" }],
    options: ledgerKeyOptions,
    examples: [
      { run: "checkride ledger verify ledger.ndjson --key-file ledger.vkey", says: "verify" },
      {
        run: "checkride ledger verify ledger.ndjson --key-file ledger.vkey --checkpoint january.txt",
        says: "and that nothing before January was rewritten",
      },
    ],
    exits: ["ok", "negative", "usage", "unproven", "bug"],
    asks: "nobody",
  },
] as const satisfies readonly CommandUsage[];
