/** Read-only: SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
const fractions = (root: number, count: number): number[] => {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let isPrime = true;
    for (let by = 2; by * by <= candidate; by++) if (candidate % by === 0) isPrime = false;
    if (isPrime) found.push(((candidate ** (1 / root)) * 2 ** 32) | 0);
  }
  return found;
};

const constants = fractions(3, 64);
const initial = fractions(2, 8);

const bytesOf = (text: string): number[] => {
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
};

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

export const sha256 = (text: string): string => {
  const bytes = bytesOf(text);
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  bytes.push(0, 0, 0, 0, (bits >>> 24) & 255, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255);
  const state = [...initial];
  for (let from = 0; from < bytes.length; from += 64) {
    const words: number[] = [];
    for (let i = 0; i < 64; i++) {
      const at = from + i * 4;
      if (i < 16) words.push((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]);
      else {
        const [w2, w7, w15, w16] = [words[i - 2], words[i - 7], words[i - 15], words[i - 16]];
        const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
        const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
        words.push((w16 + s0 + w7 + s1) | 0);
      }
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const first = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = (state[i] + word) | 0;
    });
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
};
