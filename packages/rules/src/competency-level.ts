import type { CompetencyLevel, ItemLevel } from "./item.ts";
import { itemLevels } from "./item.ts";

/** An answer to a question of one competency. */
export type LevelAnswer = {
  readonly topic: string;
  readonly level: ItemLevel;
  /** 0 to 1 */
  readonly share: number;
  /** Milliseconds. */
  readonly at: number;
};

/** Less than half of a question right is a miss. */
export const isMiss = (share: number): boolean => share < 0.5;

/**
 * The level that answers show: each of the three levels gives the mean share of its questions, and whole points
 * of their sum count. Of a topic the latest answer speaks. Where only harder questions were asked, they speak
 * for the easier ones as well; what was not reached gives nothing. Null: nothing was asked.
 */
export const levelOf = (answers: readonly LevelAnswer[]): CompetencyLevel | null => {
  const latest = latestByTopic(answers);
  if (latest.length === 0) return null;
  const points = itemLevels.map((level) => pointsAt(level, latest));
  return wholePoints(points.reduce((sum, point) => sum + point, 0));
};

const latestByTopic = (answers: readonly LevelAnswer[]): readonly LevelAnswer[] => {
  const latest = new Map<string, LevelAnswer>();
  for (const answer of answers) {
    const known = latest.get(answer.topic);
    const isLater =
      known === undefined ||
      answer.at > known.at ||
      (answer.at === known.at && answer.share > known.share);
    if (isLater) latest.set(answer.topic, answer);
  }
  return [...latest.values()];
};

const pointsAt = (level: ItemLevel, answers: readonly LevelAnswer[]): number => {
  const here = answers.filter((answer) => answer.level === level);
  if (here.length > 0) return meanShare(here);
  const harder = answers.filter((answer) => answer.level > level);
  return harder.length > 0 ? meanShare(harder) : 0;
};

const meanShare = (answers: readonly LevelAnswer[]): number =>
  answers.reduce((sum, { share }) => sum + share, 0) / answers.length;

/** Three thirds are one, whatever a floating point says. */
const wholePoints = (points: number): CompetencyLevel => {
  const whole = Math.floor(points + 1e-9);
  return whole >= 3 ? 3 : whole === 2 ? 2 : whole === 1 ? 1 : 0;
};

/**
 * Each passed lab of a higher level raises by one, the easier labs first; no lab raises above its own level.
 * Reading raises nothing.
 */
export const raisedByLabs = (level: CompetencyLevel, labs: readonly ItemLevel[]): CompetencyLevel =>
  labs
    .toSorted()
    .reduce<CompetencyLevel>((reached, lab) => (lab > reached ? oneUp(reached) : reached), level);

const oneUp = (level: CompetencyLevel): CompetencyLevel => (level === 0 ? 1 : level === 1 ? 2 : 3);
