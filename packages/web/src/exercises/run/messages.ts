/** What the page asks of its worker, and what comes back: one program, one answer, then the worker ends. */
export type Ask = { readonly before: string; readonly code: string };

export type Ran = {
  /** What the program printed, line by line. */
  readonly printed: readonly string[];
  /** How it ended, when it ended badly. */
  readonly error: string | null;
};

export const isRan = (value: unknown): value is Ran =>
  typeof value === "object" && value !== null && "printed" in value && Array.isArray(value.printed);
