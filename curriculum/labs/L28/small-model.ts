import { type Label, labels } from "./texts.ts";

type Example = { readonly text: string; readonly label: Label };

/** A log-linear model on words, as it will be trained on whatever is kept. */
export type Model = (text: string) => Label;

const rounds = 12;
const step = 0.15;

export const trainOn = (examples: readonly Example[]): Model => {
  const weights = new Map<string, number[]>();
  const of = (word: string): number[] => {
    const known = weights.get(word) ?? labels.map(() => 0);
    weights.set(word, known);
    return known;
  };
  const sums = (words: readonly string[]): number[] =>
    labels.map((_, at) => words.reduce((sum, word) => sum + (weights.get(word)?.[at] ?? 0), 0));
  const prepared = examples.map(({ text, label }) => ({ words: wordsOf(text), label }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { words, label } of prepared) {
      const scores = sums(words).map(Math.exp);
      const whole = scores.reduce((sum, score) => sum + score, 0);
      const pulls = scores.map(
        (score, at) => step * (Number(labels[at] === label) - score / whole),
      );
      for (const word of words) {
        const own = of(word);
        pulls.forEach((pull, at) => {
          own[at] = (own[at] ?? 0) + pull;
        });
      }
    }
  }
  return (text) => {
    const scores = sums(wordsOf(text));
    return labels[scores.indexOf(Math.max(...scores))] ?? labels[0];
  };
};

const wordsOf = (text: string): readonly string[] => [...new Set(text.split(" "))];
