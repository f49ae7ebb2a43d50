import type { Answer } from "../answer.ts";
import type { Predict } from "../exercise.ts";
import { ok } from "../result.ts";
import type { MarksOrUnfit } from "./marks.ts";
import { plain, unfit } from "./marks.ts";
import { placeGuesses } from "./place-things.ts";
import { readNumber } from "./read-number.ts";

type PredictAnswer = Extract<Answer, { readonly kind: "predict" }>;

/** Never wrong for the record: the guess is there to make the answer stick. Whether it was near is said. */
export const markPredict = (
  { guess }: Predict,
  seed: string,
  { guess: given }: PredictAnswer,
): MarksOrUnfit => {
  if (guess.kind === "number") {
    const number = readNumber(given);
    if (number === null) return unfit("Guess a number.");
    const near = Math.abs(number - guess.truth) <= guess.close;
    const unit = guess.unit === null ? "" : ` ${guess.unit}`;
    const says = `${near ? "Close" : "Not close"}: it is ${guess.truth}${unit}.`;
    return marks(near, says, String(guess.truth));
  }
  const options = placeGuesses(guess, seed);
  const truth = options.find(({ index }) => index === guess.truth);
  if (!options.some(({ id }) => id === given)) return unfit("Pick one of what is offered.");
  const isTrue = given === truth?.id;
  return marks(isTrue, isTrue ? "So it is." : "It is otherwise.", truth?.id ?? "");
};

const marks = (near: boolean, says: string, truth: string): MarksOrUnfit =>
  ok({
    share: 1,
    right: true,
    reasons: [{ about: "guess", right: near, why: plain(says) }],
    solution: { kind: "predict", guess: truth },
  });
