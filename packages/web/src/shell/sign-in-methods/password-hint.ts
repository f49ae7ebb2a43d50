export type PasswordHint = { readonly level: 0 | 1 | 2 | 3; readonly says: string };

const lengthEnough = 12;
const lengthGood = 16;

const kinds = (password: string): number => new Set(password.toLowerCase()).size;

const holdsOwnWord = (password: string, ownWords: readonly string[]): boolean =>
  ownWords
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .some((word) => word.length >= 4 && password.toLowerCase().includes(word));

/** Guidance while somebody writes; whether a password is accepted is decided by the server alone. */
export const passwordHint = (password: string, ownWords: readonly string[]): PasswordHint => {
  if (password === "") {
    return {
      level: 0,
      says: `At least ${lengthEnough} characters. A few unrelated words do well.`,
    };
  }
  const missing = lengthEnough - [...password].length;
  if (missing > 0) {
    return { level: 1, says: `${missing} more ${missing === 1 ? "character" : "characters"}.` };
  }
  if (holdsOwnWord(password, ownWords)) {
    return { level: 1, says: "Leave out your name and address: they are guessed first." };
  }
  if (kinds(password) < 6) {
    return { level: 1, says: "Too much of the same. Use more different characters." };
  }
  return [...password].length >= lengthGood
    ? { level: 3, says: "Long enough to be hard to guess." }
    : { level: 2, says: "Enough. Longer is better." };
};
