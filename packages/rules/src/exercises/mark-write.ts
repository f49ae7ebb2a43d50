import type { Answer } from "../answer.ts";
import type { WriteDown } from "../exercise.ts";
import type { Prose } from "../prose.ts";
import { ok } from "../result.ts";
import type { MarksOrUnfit } from "./marks.ts";
import { filledIn, unfit } from "./marks.ts";

type WriteAnswer = Extract<Answer, { readonly kind: "write" }>;

/** What somebody wrote is not judged here; it is kept, and a model answer shown beside it. */
export const markWrite = ({ fields }: WriteDown, { texts }: WriteAnswer): MarksOrUnfit => {
  const given = filledIn(
    texts,
    fields.map(({ id }) => id),
    "field",
  );
  if (!given.ok) return given;
  for (const { id, title, words } of fields) {
    const wanted = Math.max(1, words);
    if (wordsIn(given.value.get(id) ?? "") < wanted) {
      return unfit(
        wanted === 1 ? `${title}: write something.` : `${title}: write at least ${wanted} words.`,
      );
    }
  }
  return ok({ share: 1, right: true, reasons: [], solution: null });
};

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** What a good answer holds, then the model. */
export const modelAnswer = ({ points, model }: WriteDown): Prose => [
  {
    kind: "list",
    ordered: false,
    items: points.map((text) => [{ kind: "paragraph", text }] as const),
  },
  ...model,
];
