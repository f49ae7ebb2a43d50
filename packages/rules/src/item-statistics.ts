/**
 * Sums over the first answers of people to one item. `rest` is the share that somebody had right of the other
 * items of the same try.
 */
export type AnswerSums = {
  readonly answers: number;
  readonly right: number;
  readonly rest: number;
  readonly restSquared: number;
  readonly restWhenRight: number;
};

export type ItemFlag = "too-hard" | "too-easy" | "misleads";

export type ItemJudgement = {
  readonly facility: number | null;
  readonly discrimination: number | null;
  readonly flags: readonly ItemFlag[];
};

/** Fewer say nothing. */
export const answersMin = 20;
const facilityMin = 0.2;
const facilityMax = 0.95;

/**
 * Facility: who had it right. Discrimination: the point-biserial correlation of having it right with the rest
 * of the try; below zero good learners miss it more often than weak ones.
 */
export const judgeItem = (sums: AnswerSums): ItemJudgement => {
  if (sums.answers < answersMin) return { facility: null, discrimination: null, flags: [] };
  const facility = sums.right / sums.answers;
  const discrimination = correlationOf(sums);
  const flags: ItemFlag[] = [];
  if (facility < facilityMin) flags.push("too-hard");
  if (facility > facilityMax) flags.push("too-easy");
  if (discrimination !== null && discrimination < 0) flags.push("misleads");
  return { facility, discrimination, flags };
};

/** Null where everybody had it right, nobody had, or everybody did equally well in the rest. */
const correlationOf = (sums: AnswerSums): number | null => {
  const { answers, right, rest, restSquared, restWhenRight } = sums;
  const share = right / answers;
  const meanRest = rest / answers;
  const variance = restSquared / answers - meanRest * meanRest;
  const spread = Math.sqrt(Math.max(0, variance) * share * (1 - share));
  if (spread < 1e-9) return null;
  const together = restWhenRight / answers - share * meanRest;
  return Math.min(1, Math.max(-1, together / spread));
};
