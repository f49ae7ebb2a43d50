import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import {
  byBand,
  drawHospital,
  type Hospital,
  mean,
  type Sizes,
  shareOfB,
  type Target,
  top,
  withoutGroup,
} from "./hospital.ts";
import { fieldsOf, isNear, isSentence, listOf, states, textsOf } from "./report.ts";

type Report = ReturnType<typeof fieldsOf>;

const biased = (draw: Draw): Target => draw.pick<Target>(["cost", "visits"]);

const audit = (hospital: Hospital, isRight: (report: Report) => boolean): CheckCase => ({
  args: [hospital.history, hospital.patients],
  wants: ({ value }) => isRight(fieldsOf(value)),
});

/** Places are few: whether they are shared as they should be shows only among many patients. */
const full: Sizes = { past: 700, now: 1400 };
const figures: Sizes = { past: 700, now: 100 };
const words: Sizes = { past: 400, now: 100 };

const one = (
  draw: Draw,
  target: Target,
  sizes: Sizes,
  isRight: (hospital: Hospital, report: Report) => boolean,
) => {
  const hospital = drawHospital(draw, target, sizes);
  return [audit(hospital, (report) => isRight(hospital, report))];
};

const gapOf = (hospital: Hospital): number =>
  mean(byBand(hospital, "burden").map(({ A, B }) => B - A));

const bandsRight = (hospital: Hospital, report: Report): boolean => {
  const bands = listOf(report.get("bands")).map(fieldsOf);
  const wanted = byBand(hospital, "burden");
  return (
    bands.length === wanted.length &&
    wanted.every(
      ({ A, B }, at) =>
        isNear(bands[at]?.get("A"), A, 0.05) && isNear(bands[at]?.get("B"), B, 0.05),
    ) &&
    isNear(report.get("gap"), gapOf(hospital), 0.05)
  );
};

/** By what will really happen, which only this file knows. */
const ideal = ({ patients, outcomes }: Hospital) => {
  const best = top(outcomes.burden);
  return {
    share: shareOfB(patients.group, best),
    burden: mean(best.map((at) => outcomes.burden[at] ?? 0)),
  };
};

const placesOf = ({ patients }: Hospital, value: Json | undefined): readonly number[] | null => {
  const places = new Set(textsOf(value).map((id) => patients.id.indexOf(id)));
  const isWhole = places.size === Math.round(patients.id.length / 20) && !places.has(-1);
  return isWhole && listOf(value).length === places.size ? [...places] : null;
};

const sharedAsIll = (hospital: Hospital, report: Report): boolean => {
  const places = placesOf(hospital, report.get("enrolled"));
  if (places === null) return false;
  return Math.abs(shareOfB(hospital.patients.group, places) - ideal(hospital).share) <= 12;
};

const areIll = (hospital: Hospital, report: Report): boolean => {
  const places = placesOf(hospital, report.get("enrolled"));
  if (places === null) return false;
  const burden = mean(places.map((at) => hospital.outcomes.burden[at] ?? 0));
  return burden >= 0.93 * ideal(hospital).burden;
};

const triedRight = (hospital: Hospital, report: Report): boolean => {
  const tried = fieldsOf(report.get("tried"));
  const { group, score } = hospital.patients;
  return (
    isNear(tried.get("as is"), shareOfB(group, top(score)), 1.5) &&
    isNear(tried.get("without group"), shareOfB(group, top(withoutGroup(hospital))), 1.5)
  );
};

const saysWhy = (hospital: Hospital, report: Report): boolean => {
  const statement = fieldsOf(report.get("statement"));
  const apart = statement.get("apart");
  return (
    isSentence(statement.get("aim"), 5) &&
    isSentence(statement.get("measured"), 5) &&
    isSentence(apart, 5) &&
    states(apart, Math.abs(gapOf(hospital)), 0.1)
  );
};

const hasLimits = (_: Hospital, report: Report): boolean => {
  const limits = textsOf(report.get("limits"));
  return new Set(limits).size >= 2 && limits.every((limit) => isSentence(limit, 8));
};

export const checks: readonly Check[] = [
  {
    id: "bands-right",
    half: "works",
    says: "The mean burden by band of the score and group, and the mean gap over the bands, are right within 0.05.",
    why: "Five bands of twenty points each, the last with 100 in it; the gap is B minus A, averaged over the bands.",
    cases: (draw) => {
      const open = drawHospital(draw, "burden", words);
      const shown = { ...audit(open, (report) => bandsRight(open, report)), isPublic: true };
      return [shown, ...one(draw, biased(draw), words, bandsRight)];
    },
  },
  {
    id: "honest-score-kept",
    half: "works",
    says: "A score that follows the illness is kept: no proxy is named, though the groups are scored differently.",
    why: "Another share of a group is no proof. Compare at equal score: there the groups are equally ill.",
    cases: (draw) =>
      one(
        draw,
        "burden",
        figures,
        (_, report) => report.get("proxy") === null && report.get("decision") === "keep",
      ),
  },
  {
    id: "enrolled-are-ill",
    half: "works",
    says: "Those who are enrolled are nearly as ill as the illest five of a hundred.",
    why: "Places that are dealt out by group reach the right share and the wrong people.",
    cases: (draw) => one(draw, biased(draw), full, areIll),
  },
  {
    id: "statement-made",
    half: "works",
    says: "The statement says aim, measure and where they come apart, with the gap as a figure.",
    why: "Sentences of five different words or more; the figure is the one of this data set.",
    cases: (draw) => one(draw, biased(draw), words, saysWhy),
  },
  {
    id: "proxy-named",
    half: "attacks",
    says: "The column that the score follows in place of illness is named.",
    why: "At equal score the groups are equal in what was predicted, and in nothing else. It is not always the cost.",
    cases: (draw) =>
      (["cost", "visits"] as const).flatMap((target) =>
        one(
          draw,
          target,
          figures,
          (_, report) => report.get("proxy") === target && report.get("decision") === "new label",
        ),
      ),
  },
  {
    id: "places-by-illness",
    half: "attacks",
    says: "Enrolment moves: the share of group B is within twelve points of its share by illness.",
    why: "Another cut or a missing column does not move it. A new label does, though inputs that carry the gap move it part of the way back.",
    cases: (draw) =>
      (["cost", "visits"] as const).flatMap((target) => one(draw, target, full, sharedAsIll)),
  },
  {
    id: "dropping-fails",
    half: "attacks",
    says: "The share of group B is stated as it is and with the group left out of the inputs, within 1.5 points.",
    why: "Train the same target again without the column. The other inputs carry what it carried.",
    cases: (draw) =>
      (["cost", "visits"] as const).flatMap((target) =>
        one(draw, target, { past: 700, now: 700 }, triedRight),
      ),
  },
  {
    id: "limits-stated",
    half: "attacks",
    says: "The report has at least two limits, each in a sentence.",
    why: "Eight different words or more. A label that counts conditions counts only those that were found.",
    cases: (draw) => one(draw, biased(draw), words, hasLimits),
  },
];
