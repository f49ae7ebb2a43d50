/**
 * Numbers from 0 (included) to 1 that follow from a text alone: the same seed draws and shuffles the same.
 * Nothing secret rests on them but the seed (sfc32, seeded by a 32-bit hash of the text).
 */
export const seededRandom = (seed: string): (() => number) => {
  const hash = hashOf(seed);
  let a = hash();
  let b = hash();
  let c = hash();
  let counter = hash();
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
};

const hashOf = (text: string): (() => number) => {
  let state = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = Math.imul(state ^ (state >>> 16), 2246822507);
    state = Math.imul(state ^ (state >>> 13), 3266489909);
    state ^= state >>> 16;
    return state >>> 0;
  };
};

/** In an order that the seed decides; which one it is does not depend on how they came. */
export const inSeededOrder = <T>(
  things: readonly T[],
  key: (thing: T) => string,
  seed: string,
): T[] =>
  things
    .map((thing) => ({ thing, at: seededRandom(`${seed} ${key(thing)}`)(), key: key(thing) }))
    .toSorted((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))
    .map(({ thing }) => thing);
