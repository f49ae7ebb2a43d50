import type { OptionValues } from "./option-values.ts";
import type { Outcome } from "./outcome.ts";
import type { Shell } from "./shell.ts";

export type Order = {
  readonly positionals: readonly string[];
  readonly values: OptionValues;
  readonly json: boolean;
};

/** A command whose program ran in our place has said everything itself; left is what it ended with. */
export type Ended = Outcome | { readonly exitCode: number };

export type RunCommand = (order: Order, shell: Shell) => Promise<Ended>;
