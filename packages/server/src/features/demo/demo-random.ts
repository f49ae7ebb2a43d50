/** A small seeded generator (mulberry32): the same seed gives the same organisation on every machine. */
export type Dice = {
  /** From 0 up to, not including, 1. */
  readonly roll: () => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** A whole number between both ends, both included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
};

export const makeDice = (seed: number): Dice => {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    roll,
    pick: (from) => from[Math.floor(roll() * from.length)] ?? from[0],
    between: (low, high) => low + Math.floor(roll() * (high - low + 1)),
    chance: (share) => roll() < share,
  };
};
