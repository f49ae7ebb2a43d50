import type { Json } from "@checkride/rules/exercise";
import type { Asked } from "@checkride/rules/labs/asked";

export type AskedOf<K extends Asked["kind"]> = Extract<Asked, { readonly kind: K }>;

/** What each kind of question is drawn from: what is asked, and what stands in it now. */
export type AskedProps<K extends Asked["kind"]> = {
  readonly asked: AskedOf<K>;
  /** "Question 3": names its fields for screen readers. */
  readonly name: string;
  /** As it stands in the answers; absent: nothing yet. It may have been written by somebody else's program. */
  readonly value: Json | undefined;
  readonly onValue: (value: Json) => void;
  /** To be read, not to be changed. */
  readonly isLocked: boolean;
};
