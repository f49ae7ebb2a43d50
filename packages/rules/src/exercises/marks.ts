import type { Answer, Marking, Reason } from "../answer.ts";
import type { Exercise } from "../exercise.ts";
import type { Rich } from "../prose.ts";
import type { Result } from "../result.ts";
import { fail, ok } from "../result.ts";

/** An answer that does not fit what was shown, as a sentence: nothing of it was marked. */
export type Unfit = { readonly kind: "unfit"; readonly says: string };

/** What marking one kind comes to; the rest of a `Marking` is the same for all. */
export type Marks = {
  readonly share: number;
  readonly right: boolean;
  readonly reasons: readonly Reason[];
  readonly solution: Answer | null;
};

export type MarksOrUnfit = Result<Marks, Unfit>;

export const unfit = (says: string): { readonly ok: false; readonly error: Unfit } =>
  fail({ kind: "unfit", says });

/** Each thing answered counts the same. */
export const marksOf = (
  reasons: readonly Reason[],
  solution: Answer | null,
): { readonly ok: true; readonly value: Marks } => {
  const rights = reasons.filter(({ right }) => right).length;
  const share = reasons.length === 0 ? 1 : rights / reasons.length;
  return ok({ share, right: rights === reasons.length, reasons, solution });
};

export const markingOf = (
  marks: Marks,
  { close }: Pick<Exercise, "close">,
  reveal: Marking["reveal"] = null,
): Marking => ({ ...marks, close, reveal });

/** The one key that an answer gives to each thing; a sentence where one is missing, unknown or unasked. */
export const filledIn = (
  given: Readonly<Record<string, string>>,
  asked: readonly string[],
  noun: string,
): Result<ReadonlyMap<string, string>, Unfit> => {
  const strange = Object.keys(given).find((key) => !asked.includes(key));
  if (strange !== undefined) return unfit(`There is no ${noun} \`${strange}\` here.`);
  const empty = asked.find((key) => !Object.hasOwn(given, key));
  if (empty !== undefined) return unfit(`The ${noun} \`${empty}\` has no answer yet.`);
  return ok(new Map(asked.map((key) => [key, given[key] ?? ""])));
};

/** Ids that are all among those shown, each once. */
export const picked = (
  ids: readonly string[],
  shown: readonly string[],
  noun: string,
): Unfit | null => {
  const strange = ids.find((id) => !shown.includes(id));
  if (strange !== undefined) {
    return { kind: "unfit", says: `There is no ${noun} \`${strange}\` here.` };
  }
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    return { kind: "unfit", says: `The ${noun} \`${twice}\` is named twice.` };
  }
  return null;
};

export const plain = (text: string): Rich => [{ kind: "text", text }];
