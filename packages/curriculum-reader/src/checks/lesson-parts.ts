import type { Step } from "@checkride/rules/lesson";
import type { Prose } from "@checkride/rules/prose";

const languages = new Set(["ts", "tsx", "typescript", "js", "javascript", "python", "py"]);

export const hasExercise = ({ parts }: Step): boolean =>
  parts.some(({ kind }) => kind === "exercise" || kind === "draw");

/** Code as developers write it, in the text or in an exercise. */
export const hasCode = ({ parts }: Step): boolean =>
  parts.some((part) => {
    if (part.kind === "prose") return proseHasCode(part.prose);
    if (part.kind !== "exercise") return false;
    const { exercise } = part;
    return exercise.kind === "run" || languages.has(exercise.exhibit?.language ?? "");
  });

const proseHasCode = (prose: Prose): boolean =>
  prose.some((block) => {
    if (block.kind === "code") return languages.has(block.language);
    if (block.kind === "list") return block.items.some(proseHasCode);
    return block.kind === "quote" && proseHasCode(block.blocks);
  });
