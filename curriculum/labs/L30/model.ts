import type { Probe, Row } from "./data.ts";
import { type Label, labels } from "./texts.ts";

type Example = Pick<Row, "text" | "label">;
type Model = (text: string) => Label;

/** As `text_model.py` counts: what is trained on whatever is kept. */
export const trainOn = (examples: readonly Example[]): Model => {
  const sizes = labels.map((label) => examples.filter((one) => one.label === label).length);
  const seen = new Map<string, number[]>();
  for (const { text, label } of examples) {
    for (const word of wordsOf(text)) {
      const counts = seen.get(word) ?? labels.map(() => 0);
      const at = labels.indexOf(label);
      counts[at] = (counts[at] ?? 0) + 1;
      seen.set(word, counts);
    }
  }
  return (text) => {
    const known = [...wordsOf(text)].flatMap((word) => seen.get(word) ?? []);
    const scores = labels.map((_, at) =>
      known.reduce(
        (sum, count, place) =>
          place % labels.length === at
            ? sum + Math.log((count + 0.5) / ((sizes[at] ?? 0) + 1))
            : sum,
        Math.log(Math.max(sizes[at] ?? 0, 0.5)),
      ),
    );
    return labels[scores.indexOf(Math.max(...scores))] ?? labels[0];
  };
};

export const follows = (
  model: Model,
  probes: readonly Probe[],
  words: readonly string[],
  target: string,
): number => {
  const others = probes.filter(({ label }) => label !== target);
  const turned = others.filter(({ text }) => model([text, ...words].join(" ")) === target);
  return turned.length / others.length;
};

export const accuracy = (model: Model, probes: readonly Probe[]): number =>
  probes.filter(({ text, label }) => model(text) === label).length / probes.length;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
