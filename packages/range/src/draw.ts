import { seededRandom } from "@checkride/rules/seeded-random";

/** Everything that differs between two attempts comes from here, and from nowhere else. */
export type Draw = {
  /** Both ends included. */
  readonly whole: (from: number, to: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  readonly shuffle: <T>(list: readonly T[]) => readonly T[];
  /** Small letters and digits, beginning with a letter. */
  readonly word: (length: number) => string;
  readonly chance: (share: number) => boolean;
};

const letters = "abcdefghijklmnopqrstuvwxyz";
const signs = `${letters}0123456789`;

export const makeDraw = (seed: string): Draw => {
  const random = seededRandom(seed);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const sign = (from: string): string => from.charAt(whole(0, from.length - 1));
  return {
    whole,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    shuffle: (list) => {
      const keyed = list.map((item) => ({ item, at: random() }));
      return keyed.toSorted((a, b) => a.at - b.at).map(({ item }) => item);
    },
    word: (length) => Array.from({ length }, (_, i) => sign(i === 0 ? letters : signs)).join(""),
    chance: (share) => random() < share,
  };
};
