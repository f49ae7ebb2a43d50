import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { disguise, type Way, withEdit } from "./edits.ts";
import { drawMessages, drawWords, filterFor, isSpam, oddHam, spam } from "./messages.ts";

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

/** How many of the texts get past the filter, after at most five allowed edits each. */
const throughFilter = (draw: Draw, count: number): CheckCase => {
  const words = drawWords(draw);
  const filter = filterFor(draw, words);
  const texts = Array.from({ length: count }, () => spam(draw, words)).filter((text) =>
    isSpam(filter, text),
  );
  const wants = ({ value }: Claimed): boolean => {
    const answers = listOf(value);
    const attacked = texts.map((text, at) => {
      const edits = listOf(answers[at] ?? null);
      if (edits.length > 5) return null;
      return edits.reduce<string | null>(
        (now, edit) => (now === null ? null : withEdit(now, edit)),
        text,
      );
    });
    const past = attacked.filter((text) => text !== null && !isSpam(filter, text));
    return (
      answers.length === texts.length &&
      past.length > 0.4 * texts.length &&
      !attacked.includes(null)
    );
  };
  return { args: ["attack", filter, texts], wants };
};

const judging = (
  draw: Draw,
  make: (words: ReturnType<typeof drawWords>) => readonly string[],
  isRight: (verdicts: readonly Json[]) => boolean,
): CheckCase => {
  const words = drawWords(draw);
  const rows = drawMessages(draw, words, 120);
  const texts = make(words);
  return {
    args: ["classify", rows, texts],
    wants: ({ value }) => {
      const verdicts = listOf(value);
      const isKnown = verdicts.every((one) => one === "spam" || one === "ham" || one === "unsure");
      return isKnown && verdicts.length === texts.length && isRight(verdicts);
    },
  };
};

const share = (verdicts: readonly Json[], wanted: readonly Json[]): number =>
  verdicts.filter((one, at) => one === wanted[at]).length / wanted.length;

const clean = (draw: Draw): CheckCase => {
  const seen: Json[] = [];
  return judging(
    draw,
    (words) =>
      drawMessages(draw, words, 60).map(({ text, label }) => {
        seen.push(label);
        return text;
      }),
    (verdicts) => share(verdicts, seen) >= 0.95,
  );
};

/** Unsure is as good as caught: a person looks. */
const caught = (way: Way) => (draw: Draw) => [
  judging(
    draw,
    (words) => Array.from({ length: 25 }, () => disguise(draw, way, spam(draw, words), words)),
    (verdicts) => verdicts.filter((one) => one !== "ham").length >= 0.8 * verdicts.length,
  ),
];

export const checks: readonly Check[] = [
  {
    id: "clean-accuracy-kept",
    half: "works",
    says: "On messages that nobody attacked, at least 95 of 100 verdicts are right.",
    why: "“Unsure” is not right here. One word such as “prize” does not make a message spam.",
    cases: (draw) => [{ ...clean(draw), isPublic: true }, clean(draw)],
  },
  {
    id: "odd-messages-kept",
    half: "works",
    says: "Honest messages in other scripts, with single letters, digits and hyphens are ham.",
    why: "What looks like an attack is how somebody writes. Judge what is left after normalising, not that there was something to normalise.",
    cases: (draw) => [
      judging(
        draw,
        (words) => oddHam(draw, words),
        (verdicts) => verdicts.every((one) => one === "ham"),
      ),
    ],
  },
  {
    id: "attack-succeeds",
    half: "attacks",
    says: "Your attack gets more than 40 of 100 spam messages past the old filter, with five allowed edits each.",
    why: "The weights say which words count. One edit inside a word is enough to make it another word.",
    cases: (draw) => [{ ...throughFilter(draw, 6), isPublic: true }, throughFilter(draw, 20)],
  },
  {
    id: "look-alikes-caught",
    half: "attacks",
    says: "At least 8 of 10 spam messages with look-alike letters are not taken for ham.",
    why: "Other scripts, wide letters and digits: NFKC knows the wide ones only, `lookalikes.py` knows the rest.",
    cases: caught("look-alikes"),
  },
  {
    id: "gaps-caught",
    half: "attacks",
    says: "At least 8 of 10 spam messages with signs inside their words are not taken for ham.",
    why: "Blanks, dots, hyphens and signs that nobody sees. Where a word is in pieces, look at the letters without what is between them.",
    cases: caught("gaps"),
  },
  {
    id: "padding-caught",
    half: "attacks",
    says: "At least 8 of 10 spam messages with five friendly words at their end are not taken for ham.",
    why: "As long as good words are subtracted from bad ones, there is always a text that is long enough.",
    cases: caught("padding"),
  },
  {
    id: "mixtures-caught",
    half: "attacks",
    says: "At least 8 of 10 spam messages in which all three are mixed are not taken for ham.",
    why: "A defence for each attack alone leaves the combination.",
    cases: caught("mixed"),
  },
];
