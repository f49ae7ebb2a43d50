import type { CompetencyLevel } from "./item.ts";

export type Gap = {
  readonly competency: string;
  /** Null: not known yet. */
  readonly level: CompetencyLevel | null;
  readonly expected: CompetencyLevel;
  readonly sureAndWrong: boolean;
};

export type Learnable = {
  readonly kind: "lesson" | "lab";
  readonly id: string;
  readonly minutes: number;
  readonly competencies: readonly string[];
  readonly done: boolean;
};

export type PathStep = {
  readonly kind: "assessment" | "lesson" | "lab";
  readonly id: string;
  readonly competency: string;
  readonly why: "sure-and-wrong" | "gap" | "not-known";
};

const stepsMax = 12;
/** Of one gap at a time: two lessons and a lab; the next ones follow when these are done. */
const lessonsEach = 2;
const labsEach = 1;

/**
 * What to do next: first what somebody was sure of and had wrong, then the largest gap toward what their tracks
 * expect, and what is not known of them last. Lessons come before labs, in the order of the curriculum, each once. What is done is not named again,
 * except a lesson on something that was sure and wrong where nothing else is left.
 */
export const learningPath = (
  gaps: readonly Gap[],
  learnables: readonly Learnable[],
  /** Has finished the assessment: what is not known then was not part of it. */
  isAssessed: boolean,
): readonly PathStep[] => {
  const ordered = gaps.filter(isRelevant).toSorted(byUrgency);
  const steps: PathStep[] = [];
  const unknown = ordered.find(({ level }) => level === null);
  if (unknown !== undefined && !isAssessed) {
    const { competency } = unknown;
    steps.push({ kind: "assessment", id: "baseline", competency, why: "not-known" });
  }
  for (const gap of ordered) {
    for (const { kind, id } of worthDoing(gap, learnables)) {
      if (steps.some((step) => step.kind === kind && step.id === id)) continue;
      steps.push({ kind, id, competency: gap.competency, why: whyOf(gap) });
    }
  }
  return steps.slice(0, stepsMax);
};

const distanceOf = ({ level, expected }: Gap): number => Math.max(0, expected - (level ?? 0));

const isRelevant = (gap: Gap): boolean => gap.sureAndWrong || distanceOf(gap) > 0;

const byUrgency = (a: Gap, b: Gap): number =>
  Number(b.sureAndWrong) - Number(a.sureAndWrong) ||
  Number(a.level === null) - Number(b.level === null) ||
  distanceOf(b) - distanceOf(a) ||
  b.expected - a.expected ||
  (a.competency < b.competency ? -1 : 1);

const whyOf = ({ sureAndWrong, level }: Gap): PathStep["why"] => {
  if (sureAndWrong) return "sure-and-wrong";
  return level === null ? "not-known" : "gap";
};

const worthDoing = (gap: Gap, learnables: readonly Learnable[]): readonly Learnable[] => {
  const about = learnables.filter(({ competencies }) => competencies.includes(gap.competency));
  const kinds = (kind: Learnable["kind"]) => about.filter((one) => one.kind === kind);
  const open = (kind: Learnable["kind"], most: number) =>
    kinds(kind)
      .filter(({ done }) => !done)
      .slice(0, most);
  const next = [...open("lesson", lessonsEach), ...open("lab", labsEach)];
  return next.length === 0 && gap.sureAndWrong ? kinds("lesson").slice(0, lessonsEach) : next;
};
