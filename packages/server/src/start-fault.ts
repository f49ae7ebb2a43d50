import { fail } from "@checkride/rules/result";
import { isDatabaseAway } from "./platform/http/database-away.ts";

/** Why Checkride did not start: a sentence for a person and the way out of it. */
export type StartFault = { readonly sentence: string; readonly remedy: string };

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

export const explainListenError = (error: unknown, host: string, port: number) => {
  const code = codeOf(error);
  if (code === "EADDRINUSE") {
    return fail({
      sentence: `Port ${port} on ${host} is taken by another program, perhaps another Checkride.`,
      remedy: `Stop that program, or start on another port: PORT=${port + 1} npm start`,
    });
  }
  if (code === "EACCES") {
    return fail({
      sentence: `This account may not listen on port ${port}.`,
      remedy: "Take a port above 1023 with PORT=…, and put a proxy in front of it.",
    });
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return fail({
      sentence: `This machine has no address ${host}.`,
      remedy: "Set CHECKRIDE_HOST to 127.0.0.1, 0.0.0.0 or an address of this machine.",
    });
  }
  throw error;
};

/** SQLSTATE (PostgreSQL appendix A) of what a database may refuse while a start prepares it. */
const databaseFaults: Readonly<Record<string, StartFault>> = {
  "42501": {
    sentence: "The user of DATABASE_URL may not read, change or make what Checkride needs there.",
    remedy: "Make that user the owner of the database: alter database … owner to …",
  },
  "25006": {
    sentence: "The database only lets itself be read; it may be a replica.",
    remedy: "Let DATABASE_URL name the server that takes writes.",
  },
  "53100": {
    sentence: "The disk of the database is full.",
    remedy: "Free some space there, then start again.",
  },
};

/** Null: it is not the database's doing. */
export const explainDatabaseError = (error: unknown): StartFault | null => {
  const known = databaseFaults[codeOf(error)];
  if (known) return known;
  return isDatabaseAway(error)
    ? {
        sentence: "The database went away during the start.",
        remedy: "Look at why it did, then start again; nothing is half done.",
      }
    : null;
};
