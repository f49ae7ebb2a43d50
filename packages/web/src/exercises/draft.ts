import type { Answer } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";

/** Where a learner begins. */
export const emptyAnswer = (exercise: ShownExercise): Answer => {
  switch (exercise.kind) {
    case "choose":
      return { kind: "choose", picked: [], because: [] };
    case "sort":
      return { kind: "sort", groupOf: {} };
    case "match":
      return { kind: "match", rightOf: {} };
    case "order":
      return { kind: "order", cards: exercise.cards.map((card) => card.id) };
    case "spot":
      return { kind: "spot", marked: [] };
    case "config":
      return { kind: "config", values: {} };
    case "slider":
      return {
        kind: "slider",
        at: Object.fromEntries(exercise.sliders.map(({ id, start }) => [id, start])),
      };
    case "predict":
      return { kind: "predict", guess: "" };
    case "run":
      return { kind: "run", code: exercise.start };
    case "write":
      return { kind: "write", texts: {} };
  }
};

export const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

const left = (of: readonly { readonly id: string }[], filled: Readonly<Record<string, string>>) =>
  of.filter(({ id }) => (filled[id] ?? "") === "").length;

const stillTo = (count: number, noun: string, verb: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? noun : `${noun}s`} still to ${verb}.`;

const writeMissing = (
  fields: Extract<ShownExercise, { kind: "write" }>["fields"],
  texts: Readonly<Record<string, string>>,
): string | null => {
  const short = fields.find(({ id, words }) => wordsIn(texts[id] ?? "") < Math.max(1, words));
  if (!short) return null;
  return short.words > 1
    ? `${short.title}: write at least ${short.words} words.`
    : `${short.title}: write something.`;
};

const chooseMissing = (
  exercise: Extract<ShownExercise, { kind: "choose" }>,
  answer: Extract<Answer, { kind: "choose" }>,
): string | null => {
  if (answer.picked.length === 0) {
    return exercise.many ? "Pick every option that holds." : "Pick one.";
  }
  return exercise.because !== null && answer.because.length === 0 ? "Pick a reason as well." : null;
};

const configMissing = (
  blanks: Extract<ShownExercise, { kind: "config" }>["blanks"],
  values: Readonly<Record<string, string>>,
): string | null =>
  stillTo(
    left(
      blanks.map(({ name }) => ({ id: name })),
      values,
    ),
    "blank",
    "fill",
  );

/** What is still to be done before it can be answered, as a sentence; null: nothing. */
export const missing = (exercise: ShownExercise, answer: Answer): string | null => {
  if (exercise.kind === "choose" && answer.kind === "choose")
    return chooseMissing(exercise, answer);
  if (exercise.kind === "sort" && answer.kind === "sort")
    return stillTo(left(exercise.cards, answer.groupOf), "card", "sort");
  if (exercise.kind === "match" && answer.kind === "match")
    return stillTo(left(exercise.lefts, answer.rightOf), "line", "join");
  if (exercise.kind === "spot" && answer.kind === "spot")
    return answer.marked.length === 0 ? "Nothing is marked yet." : null;
  if (exercise.kind === "config" && answer.kind === "config")
    return configMissing(exercise.blanks, answer.values);
  if (exercise.kind === "predict" && answer.kind === "predict")
    return answer.guess.trim() === "" ? "Guess first: a wrong guess sticks as well." : null;
  if (exercise.kind === "write" && answer.kind === "write")
    return writeMissing(exercise.fields, answer.texts);
  return null;
};
