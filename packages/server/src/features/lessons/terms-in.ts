import type { Exercise } from "@checkride/rules/exercise";
import type { Lesson } from "@checkride/rules/lesson";
import type { Prose, ProseBlock, Rich } from "@checkride/rules/prose";

/** The words of the glossary that a lesson's text and questions link to, each once. */
export const termsIn = ({ steps }: Lesson): readonly string[] => {
  const found = steps.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      if (part.kind === "prose") return inProse(part.prose);
      return part.kind === "exercise" ? inQuestion(part.exercise) : [];
    }),
  );
  return [...new Set(found)];
};

/** Of the question alone: which words stand in its reasons would be a hint. */
const inQuestion = ({ ask }: Exercise): readonly string[] => inRich(ask);

const inProse = (prose: Prose): readonly string[] => prose.flatMap(inBlock);

const inBlock = (block: ProseBlock): readonly string[] => {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inRich(block.text);
    case "list":
      return block.items.flatMap(inProse);
    case "quote":
      return inProse(block.blocks);
    case "table":
      return [...block.head, ...block.rows.flat()].flatMap(inRich);
    case "code":
      return [];
  }
};

const inRich = (text: Rich): readonly string[] =>
  text.flatMap((part) => {
    if (part.kind === "strong" || part.kind === "emphasis") return inRich(part.text);
    if (part.kind !== "link") return [];
    return part.to.kind === "term" ? [part.to.id, ...inRich(part.text)] : inRich(part.text);
  });
