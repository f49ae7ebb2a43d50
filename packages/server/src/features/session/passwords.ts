import { type Bounded, makeBounded } from "./bounded.ts";
import { makeDecoyHash } from "./password-hash.ts";

export type Passwords = {
  /** For devices that are known to the account, and for who is signed in. */
  readonly known: Bounded;
  /** For everybody else, so that a flood of strangers delays strangers only. */
  readonly unknown: Bounded;
  readonly decoy: () => Promise<string>;
};

/**
 * Two hashes at a time are half of Node's four worker threads: file and name look-ups go on beside them. Who
 * waits does so with a database connection in hand, so few may: most of the pool stays for everything else.
 */
export const makePasswords = (): Passwords => {
  let decoy: Promise<string> | null = null;
  return {
    known: makeBounded(1, 3),
    unknown: makeBounded(1, 7),
    decoy: () => {
      decoy ??= makeDecoyHash();
      return decoy;
    },
  };
};
