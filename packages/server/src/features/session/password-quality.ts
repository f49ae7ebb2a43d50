import type { InputFault } from "@checkride/api/problems";
import { commonWords } from "./common-passwords.ts";

export const passwordLengthMin = 12;

/** What is known about the person and the place, and so to anybody who guesses. */
export type Surroundings = {
  readonly name: string;
  readonly email: string | null;
  readonly organisation: string | null;
};

/** Shorter words appear inside innocent ones. */
const tellingLengthMin = 4;
const differentMin = 5;

const letters: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

/** As it reads without its disguise; a one stands for l and for i. */
const readings = (text: string): readonly string[] => {
  const lower = plain(text);
  // Digits and signs at the ends are decoration, not letters in disguise.
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return [lower, core, lower.replaceAll("1", "i"), core.replaceAll("1", "i")].map((form, index) =>
    index === 0 ? form : [...form].map((letter) => letters[letter] ?? letter).join(""),
  );
};

const wordsOf = (text: string | null): readonly string[] =>
  plain(text ?? "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= tellingLengthMin);

const emailWords = (email: string | null): readonly string[] => {
  const [local = "", domain = ""] = (email ?? "").split("@");
  // The last label is "com" or a country: it says nothing.
  return [...wordsOf(local), ...wordsOf(domain.split(".").slice(0, -1).join("."))];
};

const tellingWord = (password: string, about: Surroundings): string | null => {
  // Between two letters nothing counts as decoration, so a disguised first letter is read as well.
  const forms = [...readings(password), ...readings(`x${password}x`)];
  const words = [
    "checkride",
    ...wordsOf(about.name),
    ...emailWords(about.email),
    ...wordsOf(about.organisation),
  ];
  return words.find((word) => forms.some((form) => form.includes(word))) ?? null;
};

const byLength = [...commonWords].sort((a, b) => b.length - a.length);

/** Whether nothing much is left once the common words and everything but letters are taken away. */
const isCommon = (password: string): boolean =>
  readings(password).some((form) => {
    const had = form.replace(/[^\p{L}]/gu, "").length;
    const left = byLength
      .reduce((rest, word) => rest.replaceAll(word, " "), form)
      .replace(/[^\p{L}]/gu, "").length;
    return had > 0 && left <= 2 && left < had;
  });

const runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl"];
const directions = runs.flatMap((run) => [run, [...run].reverse().join("")]);

/** Pairs that continue a row of the alphabet, of the digits or of the keyboard, or repeat a letter. */
const isRun = (password: string): boolean => {
  const text = [...plain(password)];
  const pairs = text.slice(1).map((letter, index) => `${text[index] ?? ""}${letter}`);
  const easy = pairs.filter(
    (pair) => pair[0] === pair[1] || directions.some((run) => run.includes(pair)),
  );
  return easy.length >= pairs.length * 0.7;
};

const isRepeated = (password: string): boolean => /^(.{1,6}?)\1{2,}.{0,3}$/su.test(password);

/** Everything that makes it easy to guess, in words that help to choose a better one. */
export const passwordFaults = (password: string, about: Surroundings): readonly InputFault[] => {
  const text = password.normalize("NFC");
  const faults: string[] = [];
  const length = [...text].length;
  if (length < passwordLengthMin) {
    faults.push(`has ${length} characters and needs at least ${passwordLengthMin}`);
  }
  const word = tellingWord(text, about);
  if (word) faults.push(`contains "${word}", which others know about you or this place`);
  if (isCommon(text)) faults.push("is a common password with decoration");
  if (new Set(text).size < differentMin || isRun(text) || isRepeated(text)) {
    faults.push("repeats few characters or follows a row of the keyboard");
  }
  return faults.map((says) => ({ in: "body/next", says }));
};
