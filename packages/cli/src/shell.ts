import type { Environment } from "./environment.ts";
import type { Paint } from "./paint.ts";

/** Everything a command can reach of the world around it. */
export type Shell = {
  readonly environment: Environment;
  /** The folder that holds this Checkride. */
  readonly root: string;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  /** What is piped in, up to so many bytes; null: there is nothing, or more. */
  readonly readInput: (bytesMax: number) => Promise<Uint8Array | null>;
  /** Answers that are too large to hold: straight to stdout. */
  readonly write: (chunk: Uint8Array | string) => Promise<void>;
  /** Remarks and progress: to stderr, so that they never end up in a pipe. */
  readonly note: (line: string) => void;
  /** Draws over the line before; does nothing where nobody looks. */
  readonly progress: (line: string) => void;
  /** Null where nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly paint: Paint;
  /** For what runs until somebody ends it. */
  readonly untilStopped: () => Promise<void>;
  /** Runs the server program in our place and answers its exit code. */
  readonly runServer: (args: readonly string[]) => Promise<number>;
};
