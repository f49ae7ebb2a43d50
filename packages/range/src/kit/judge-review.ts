import type { Review, ReviewComment } from "@checkride/rules/labs/review";
import type { Place } from "./change.ts";

/** Something that is wrong with a change, wherever a reader may rightly point at it. */
export type Planted = {
  readonly id: string;
  /** What it may rightly be called. */
  readonly problems: readonly string[];
  readonly places: readonly Place[];
};

export type ReviewKey = {
  readonly planted: readonly Planted[];
  /** Looks odd and is fine. */
  readonly fine: readonly Planted[];
  /** Remarks that claim nothing: taste, questions. They find nothing and cost nothing. */
  readonly free: readonly string[];
};

export type ReviewFindings = {
  /** Planted things that were pointed at, and those that were called by their name too. */
  readonly seen: readonly string[];
  readonly named: readonly string[];
  /** Claims about lines with nothing wrong, or with something else wrong. */
  readonly alarms: number;
  readonly finePartsBlamed: readonly string[];
  readonly claims: number;
};

const nearLines = 3;
const longestClaim = 10;

export const judgeReview = (key: ReviewKey, review: Review | null): ReviewFindings => {
  const claims = (review?.comments ?? []).filter(({ problem }) => !key.free.includes(problem));
  const pointsAt = ({ places }: Planted, claim: ReviewComment): boolean =>
    places.some((place) => isNear(place, claim, nearLines));
  const isNamed = (planted: Planted, claim: ReviewComment): boolean =>
    pointsAt(planted, claim) && planted.problems.includes(claim.problem);
  const idsOf = (holds: (planted: Planted) => boolean): readonly string[] =>
    key.planted.filter(holds).map(({ id }) => id);
  return {
    seen: idsOf((one) => claims.some((claim) => pointsAt(one, claim))),
    named: idsOf((one) => claims.some((claim) => isNamed(one, claim))),
    alarms: claims.filter((claim) => !key.planted.some((one) => isNamed(one, claim))).length,
    // Exactly there: a line beside it may be meant for its neighbour.
    finePartsBlamed: key.fine
      .filter(({ places }) =>
        claims.some(
          (claim) =>
            places.some((place) => isNear(place, claim, 0)) &&
            !key.planted.some((one) => isNamed(one, claim)),
        ),
      )
      .map(({ id }) => id),
    claims: claims.length,
  };
};

/** Who marks half a file has pointed at nothing. */
const isNear = (place: Place, { file, from, to }: ReviewComment, lines: number): boolean =>
  file === place.file &&
  to - from < longestClaim &&
  from <= place.to + lines &&
  to >= place.from - lines;
