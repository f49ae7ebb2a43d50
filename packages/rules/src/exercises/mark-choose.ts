import type { Answer, Reason } from "../answer.ts";
import type { Choose, Option } from "../exercise.ts";
import { ok } from "../result.ts";
import type { MarksOrUnfit, Unfit } from "./marks.ts";
import { picked, unfit } from "./marks.ts";
import { placeChoose } from "./show-choose.ts";
import type { Placed } from "./shuffle.ts";

type ChooseAnswer = Extract<Answer, { readonly kind: "choose" }>;

export const markChoose = (exercise: Choose, seed: string, answer: ChooseAnswer): MarksOrUnfit => {
  const { options, because } = placeChoose(exercise, seed);
  const wrong =
    checkPicked(answer.picked, options, exercise.many, "option") ??
    (exercise.because === null
      ? checkNone(answer.because)
      : checkPicked(answer.because, because, false, "reason"));
  if (wrong !== null) return { ok: false, error: wrong };
  const share = exercise.many
    ? shareOfMany(options, answer.picked)
    : Number(isRight(options, answer.picked));
  const holds = exercise.because === null || isRight(because, answer.because);
  return ok({
    // Half for the option, half for the reason that holds: the right option for a wrong reason is a guess.
    share: exercise.because === null ? share : (share + Number(holds)) / 2,
    right: isRight(options, answer.picked) && holds,
    reasons: [...options, ...because].map(reasonOf),
    solution: { kind: "choose", picked: rightIds(options), because: rightIds(because) },
  });
};

const checkPicked = (
  ids: readonly string[],
  shown: readonly Placed<Option>[],
  many: boolean,
  noun: string,
): Unfit | null => {
  if (ids.length === 0) return unfit(`Pick ${many ? "at least one" : "one"} ${noun}.`).error;
  if (ids.length > 1 && !many) return unfit(`Only one ${noun} can be picked.`).error;
  return picked(
    ids,
    shown.map(({ id }) => id),
    noun,
  );
};

const checkNone = (ids: readonly string[]): Unfit | null =>
  ids.length === 0 ? null : unfit("No reason was asked for.").error;

const rightIds = (options: readonly Placed<Option>[]): readonly string[] =>
  options.flatMap(({ id, thing }) => (thing.right ? [id] : []));

const isRight = (options: readonly Placed<Option>[], ids: readonly string[]): boolean =>
  options.every(({ id, thing }) => thing.right === ids.includes(id));

/** What was rightly picked less what was wrongly picked, of what there was to find: picking all earns nothing. */
const shareOfMany = (options: readonly Placed<Option>[], ids: readonly string[]): number => {
  const rights = rightIds(options);
  const hits = ids.filter((id) => rights.includes(id)).length;
  const misses = ids.length - hits;
  const wrongs = options.length - rights.length;
  return Math.max(0, hits / Math.max(1, rights.length) - misses / Math.max(1, wrongs));
};

const reasonOf = ({ id, thing }: Placed<Option>): Reason => ({
  about: id,
  right: thing.right,
  why: thing.why,
});
