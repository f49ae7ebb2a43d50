import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";

/** Also in `start/lookalikes.py`. */
export const lookalikes: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  х: "x",
  у: "y",
  і: "i",
  ѕ: "s",
  ν: "v",
  ο: "o",
  α: "a",
  ι: "i",
  τ: "t",
  ε: "e",
  ρ: "p",
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  $: "s",
  "@": "a",
};
const gaps = [" ", ".", "-", "_", "\u200b", "\u200d", "\u00ad"] as const;

const plainOf = (sign: string): string => lookalikes[sign] ?? sign.normalize("NFKC");

/** Null where it is none of the edits that the budget allows. */
export const withEdit = (text: string, edit: Json): string | null => {
  if (typeof edit !== "object" || edit === null) return null;
  const { kind, at, sign, word } = Object.fromEntries(Object.entries(edit));
  if (kind === "append") {
    return typeof word === "string" && /^[a-z]{1,12}$/.test(word) ? `${text} ${word}` : null;
  }
  const signs = [...text];
  if (typeof at !== "number" || !Number.isInteger(at) || at < 0 || typeof sign !== "string")
    return null;
  const old = signs[at];
  if (kind === "replace" && old !== undefined) {
    const isAlike = [...sign].length === 1 && sign !== old && plainOf(sign) === old.toLowerCase();
    return isAlike ? signs.toSpliced(at, 1, sign).join("") : null;
  }
  const isGap = kind === "insert" && gaps.some((gap) => gap === sign) && at <= signs.length;
  return isGap ? signs.toSpliced(at, 0, sign).join("") : null;
};

const alikeOf = (draw: Draw, letter: string): string => {
  const alike = Object.keys(lookalikes).filter((sign) => lookalikes[sign] === letter);
  const wide = String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
  return draw.chance(0.15) ? wide : (draw.shuffle(alike)[0] ?? wide);
};

const known = new Set(Object.values(lookalikes));

/** At a letter that has a look-alike, where there is one. */
const inWord = (
  draw: Draw,
  text: string,
  word: string,
  change: (letter: string) => string,
): string => {
  const places = [...word].flatMap((letter, at) => (at > 0 && known.has(letter) ? [at] : []));
  const at = draw.shuffle(places)[0] ?? 1;
  return text.replace(word, word.slice(0, at) + change(word.charAt(at)) + word.slice(at + 1));
};

const gapIn = (draw: Draw, letter: string): string =>
  (draw.chance(0.5) ? " " : draw.pick(gaps)) + letter;

export type Way = "look-alikes" | "gaps" | "padding" | "mixed";

/** Five edits by somebody who knows the old filter's words. */
export const disguise = (
  draw: Draw,
  way: Way,
  text: string,
  words: { spam: readonly string[]; ham: readonly string[] },
) => {
  const used = words.spam.filter((word) => text.includes(word));
  if (way === "padding") return `${text} ${draw.shuffle(words.ham).slice(0, 5).join(" ")}`;
  if (way === "mixed") {
    const [one = "", two = "", three = ""] = draw.shuffle(used);
    const alike = inWord(draw, text, one, (letter) => alikeOf(draw, letter));
    const both = inWord(
      draw,
      inWord(draw, alike, two, (letter) => gapIn(draw, letter)),
      three,
      (letter) => alikeOf(draw, letter),
    );
    return `${both} ${draw.shuffle(words.ham).slice(0, 2).join(" ")}`;
  }
  return used.reduce(
    (changed, word) =>
      inWord(draw, changed, word, (letter) =>
        way === "gaps" ? gapIn(draw, letter) : alikeOf(draw, letter),
      ),
    text,
  );
};
