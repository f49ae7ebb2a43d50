import type { Answer, Reason } from "../answer.ts";
import type { Exhibit, Spot } from "../exercise.ts";
import type { Rich } from "../prose.ts";
import { ok } from "../result.ts";
import type { MarksOrUnfit } from "./marks.ts";
import { picked, unfit } from "./marks.ts";
import { shownIds } from "./show-spot.ts";

type SpotAnswer = Extract<Answer, { readonly kind: "spot" }>;

export const markSpot = (
  exercise: Spot & { readonly exhibit: Exhibit | null },
  { marked }: SpotAnswer,
): MarksOrUnfit => {
  const places = placesOf(exercise);
  const noun = exercise.diagram === null ? "line" : "part";
  const wrong = picked(marked, places, noun);
  if (wrong !== null) return { ok: false, error: wrong };
  if (marked.length === 0) return unfit(`Mark at least one ${noun}.`);
  const ids = exercise.diagram === null ? null : shownIds(exercise.diagram);
  const whyOf = (marks: Spot["marks"]): ReadonlyMap<string, Rich> =>
    new Map(marks.map(({ at, why }) => [ids?.get(at) ?? at, why]));
  const marks = whyOf(exercise.marks);
  const near = whyOf(exercise.near);
  const hits = marked.filter((place) => marks.has(place)).length;
  const misses = marked.length - hits;
  const missed = [...marks.keys()].filter((place) => !marked.includes(place));
  return ok({
    share: Math.max(0, (hits - misses) / Math.max(1, marks.size)),
    right: misses === 0 && missed.length === 0,
    reasons: [...marked, ...missed].map(
      (place): Reason => ({
        about: place,
        right: marks.has(place),
        why: marks.get(place) ?? near.get(place) ?? exercise.otherwise,
      }),
    ),
    solution: { kind: "spot", marked: [...marks.keys()] },
  });
};

const placesOf = ({
  diagram,
  exhibit,
}: Spot & { readonly exhibit: Exhibit | null }): readonly string[] =>
  diagram === null
    ? (exhibit?.text ?? "").split("\n").map((_, index) => String(index + 1))
    : [...shownIds(diagram).values()];
