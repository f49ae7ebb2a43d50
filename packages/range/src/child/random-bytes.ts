/** Bytes from a seed, the same on every machine (xorshift on 32 bits, enough for a sandbox that has no secrets). */
export const makeRandomBytes = (seed: number): ((into: Uint8Array) => void) => {
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x85ebca6b || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 8) & 0xff;
  };
  return (into) => {
    for (let at = 0; at < into.length; at++) into[at] = next();
  };
};
