import type { Planted } from "@checkride/range/kit/judge-review";
import type { Json } from "@checkride/rules/exercise";

/** A comment at the first line of something planted, moved by some lines. */
export const commentOn = ({ places, problems }: Planted, problem = problems[0], by = 0): Json => {
  const [place] = places;
  const at = Math.max(0, (place?.from ?? 0) + by);
  return { file: place?.file ?? "", from: at, to: at, problem: problem ?? "bug", text: "" };
};

export const reviewed = (comments: readonly Json[], decision = "changes") => ({
  change: { comments, decision },
});
