import { type Bounded, makeBounded } from "./bounded.ts";
import { makeDecoyHash } from "./password-hash.ts";

export type Passwords = {
  /** Wrap whatever hashes in this: it bounds how much of that happens at once. */
  readonly bounded: Bounded;
  readonly decoy: () => Promise<string>;
};

/** Half of Node's four worker threads, so that file and name look-ups go on beside it. */
const activeMax = 2;
/** Each waits with a database connection in hand: few enough to leave the pool to everything else. */
const waitingMax = 8;

export const makePasswords = (): Passwords => {
  let decoy: Promise<string> | null = null;
  return {
    bounded: makeBounded(activeMax, waitingMax),
    decoy: () => {
      decoy ??= makeDecoyHash();
      return decoy;
    },
  };
};
