import type { Json } from "@checkride/rules/exercise";
import type { CaseClaim } from "@checkride/rules/exercises/case-claim";
import type { Result } from "@checkride/rules/result";

export type Language = "ts" | "python";

export type SourceFile = { readonly path: string; readonly text: string };

/** Learner code and the inputs it is called with. What would be right is no part of it: that never leaves the grader. */
export type Submission = {
  readonly language: Language;
  readonly files: readonly SourceFile[];
  /** The path of the file that holds the function. */
  readonly entry: string;
  /** The function that is called with each case; null: the program is loaded and its output looked at. */
  readonly calls: string | null;
  /** Author's code that stands before the learner's in the entry file. */
  readonly before?: string;
  readonly cases: readonly Case[];
  /** Randomness inside the sandbox is drawn from this alone. */
  readonly seed?: number;
  readonly limits?: Partial<Limits>;
  /** Keep what the program prints while it loads and in cases that are not hidden. */
  readonly logs?: boolean;
  /** Python: a new interpreter for every case. TypeScript always has a new machine for every case. */
  readonly freshPerCase?: boolean;
  /** Answers `host.call` of the case at this place; without it such a call is refused. */
  readonly host?: (place: number) => HostFunction | null;
};

export type Case = {
  readonly args: readonly Json[];
  readonly seed?: number;
  /** Nothing that this case prints or throws is kept, and it runs after those that are not hidden. */
  readonly hidden?: boolean;
};

/** A refusal is raised inside the sandbox with this sentence. */
export type HostFunction = (name: string, args: readonly Json[]) => Result<Json, string>;

export type HostCall = { readonly name: string; readonly args: readonly Json[] };

/** For the whole submission, however many cases it has. */
export type Limits = {
  /** TypeScript: steps of the engine in thousands, the same on a busy and on an idle machine. */
  readonly ticks: number;
  readonly cpuMs: number;
  /** The last resort, where a process waits without working. */
  readonly wallMs: number;
  readonly hostCalls: number;
};

export type RunAnswer =
  | { readonly outcome: "ran"; readonly run: Run }
  /**
   * The range's own fault or the person's leave: never a fail, never an attempt. `says` is for the person, `because` for
   * whoever runs the server.
   */
  | { readonly outcome: "error"; readonly says: string; readonly because?: string };

export type Run = {
  /** In the order of the cases. */
  readonly claims: readonly CaseClaim[];
  /** Why the program did not load, if it did not; it has seen no input by then. */
  readonly load: string | null;
  readonly logs: string;
  /** What each case asked of the host, in the order of the cases. */
  readonly hostCalls: readonly (readonly HostCall[])[];
  readonly limitsHit: readonly LimitHit[];
  readonly engines: string;
  readonly tookMs: number;
};

export type LimitHit = "ticks" | "time" | "memory" | "output" | "host-calls";
