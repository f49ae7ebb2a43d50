import type { Answer, Reason } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";

export type Kind = ShownExercise["kind"];
export type ExerciseOf<K extends Kind> = Extract<ShownExercise, { readonly kind: K }>;
export type AnswerOf<K extends Kind> = Extract<Answer, { readonly kind: K }>;

/** What each kind of exercise is drawn from: what was asked, what stands in it now, and what that earned. */
export type BodyProps<K extends Kind> = {
  readonly exercise: ExerciseOf<K>;
  readonly draft: AnswerOf<K>;
  readonly onDraft: (draft: AnswerOf<K>) => void;
  /** The reason for one option, card, line or blank; always null while it is not answered. */
  readonly reasonFor: (about: string) => Reason | null;
  /** Answered, or on its way: to be read, not to be changed. */
  readonly isLocked: boolean;
};
