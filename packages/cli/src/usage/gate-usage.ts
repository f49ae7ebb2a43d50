import type { CommandUsage, OptionUsage } from "./command-usage.ts";
import { ledgerKeyOptions } from "./ledger-usage.ts";
import { serverOption } from "./shared-options.ts";

const keys: OptionUsage = {
  name: "keys",
  value: "file",
  says: "the issuer's public keys (a JSON Web Key Set, /.well-known/jwks.json of the server)",
  completes: "file",
};

export const gateUsage = [
  {
    name: "gate",
    summary: "Ask whether a gate is open, and say what would open it",
    about: [
      "Open ends with 0, closed with 1, so a pipeline goes on or stops. A gate that warns says so and ends",
      "with 0; one that only observes says nothing. The answer is about whoever the token belongs to, about",
      "--person or --account with a token that may ask for others, or in a pipeline about whoever started it,",
      "by the forge's own id token (CHECKRIDE_ID_TOKEN, or GitHub Actions with id-token: write).",
      "The last yes is kept as a signed clearance. When the server does not answer within 5 s it holds as",
      "long as the gate allows; beyond that the gate's own rule for this case holds. Without any earlier",
      "answer the end is 3 and nothing is open.",
    ],
    positionals: [
      { name: "gate", says: "the gate as the policy names it, such as deploy/production" },
    ],
    options: [
      { name: "person", value: "who", says: "ask about this person, by id or e-mail address" },
      {
        name: "account",
        value: "forge/number",
        says: "ask about the holder of this account, such as github.com/583231",
      },
      {
        name: "author",
        value: "forge/number",
        says: "in a pipeline: an author of the change, who must be let through too; may be given more than once",
        repeats: true,
      },
      { name: "offline", says: "ask nobody and answer from what is kept" },
      {
        name: "out",
        value: "file",
        says: "write the clearance to this file, readable for you only; worth as much as the yes until it ends",
        completes: "file",
      },
      {
        name: "clearance",
        value: "file",
        says: "check this clearance instead of asking; - reads it from what is piped in",
        completes: "file",
      },
      keys,
      { name: "issuer", value: "url", says: "with --clearance: who must have issued it" },
    ],
    examples: [
      { run: "checkride gate deploy/production", says: "in a pipeline, before the deploy" },
      {
        run: "checkride gate deploy/production --account github.com/583231",
        says: "about somebody",
      },
      {
        run: "checkride gate deploy/production --clearance clearance.jwt --keys keys.json",
        says: "with no server at all",
      },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "not-permitted", "bug"],
    asks: "server",
  },
  {
    name: "verify",
    summary: "Verify a certificate, a clearance, a proof or an export of the ledger",
    about: [
      "Says in one sentence what it proves. A certificate may be a token (credential.jwt), a picture with it",
      "(PNG, SVG), a link to it, or JSON, which the server checks. Believed are the keys of --keys, else those",
      "of the server that you name; never those that the paper itself names. Keys and lists of revocations are",
      "kept, and used as long as their signature says when the server does not answer.",
      "What is in order but was not proved to the end, for want of a key or of a list of revocations, has an",
      "exit code of its own.",
    ],
    positionals: [
      { name: "paper", says: "a file, a link, or - for what is piped in", completes: "file" },
    ],
    options: [
      keys,
      {
        name: "status-list",
        value: "file",
        says: "the signed list of revocations that the certificate names",
        completes: "file",
      },
      { name: "issuer", value: "url", says: "who must have issued it" },
      { name: "offline", says: "ask nobody: use files and what is kept" },
      serverOption,
      ...ledgerKeyOptions,
    ],
    examples: [
      {
        run: "checkride verify certificate.png --server https://checkride.example.com",
        says: "a picture that somebody sent",
      },
      {
        run: "checkride verify certificate.jwt --keys keys.json --status-list list.jwt",
        says: "with no server at all",
      },
      { run: "checkride verify ledger.ndjson --key-file ledger.vkey", says: "an export" },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "unproven", "bug"],
    asks: "nobody",
  },
  {
    name: "whoami",
    summary: "Say who the token is, what it may do and where its person stands",
    about: ["One line each: server, person, rights, standing of each certificate, open gates."],
    positionals: [],
    options: [],
    examples: [{ run: "checkride whoami", says: "" }],
    exits: ["ok", "usage", "not-reached", "not-permitted", "bug"],
    asks: "server",
  },
  {
    name: "login",
    summary: "Let this command line in, by a code that you confirm in a browser",
    about: [
      "Prints a link and a short code. Whoever opens the link, signed in, compares the code and says yes.",
      "Then an access token is kept in a file that only you can read; it ends after 90 days. Without --right",
      "it can show your own standing and ask gates about you, and nothing else.",
    ],
    positionals: [],
    options: [
      {
        name: "right",
        value: "right",
        says: "a further right, such as policy:plan; may be given more than once",
        repeats: true,
      },
      { name: "end", says: "log out: end the token and forget it" },
      serverOption,
    ],
    examples: [
      { run: "checkride login --server https://checkride.example.com", says: "" },
      { run: "checkride login --end", says: "log out" },
    ],
    exits: ["ok", "negative", "usage", "not-reached", "bug"],
    asks: "nobody",
  },
] as const satisfies readonly CommandUsage[];
