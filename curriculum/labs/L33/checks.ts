import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { fieldsOf, isNear, isSentence, states, textsOf } from "./report.ts";
import {
  applicationsOf,
  conflictsOf,
  distanceOf,
  drawGroups,
  drawRule,
  type Groups,
  type Metric,
  metrics,
  outcomeOf,
  partOf,
  type Rule,
  rateOf,
  verdictOf,
} from "./screening.ts";

type Report = ReturnType<typeof fieldsOf>;
type World = { readonly groups: Groups; readonly rule: Rule };

const usual = [240, 170, 120, 90, 22];
const large = [260, 220, 180, 150];
const many = [340, 320, 300, 280];

const world = (
  draw: Draw,
  metric: Metric,
  sizes: readonly number[],
  holds: (groups: Groups, rule: Rule) => boolean,
): World => {
  const rule = drawRule(draw, metric);
  return { rule, groups: drawGroups(draw, sizes, rule, (groups) => holds(groups, rule)) };
};

const audit = (
  draw: Draw,
  one: World,
  isRight: (report: Report, one: World) => boolean,
): CheckCase => ({
  args: [applicationsOf(draw, one.groups), one.rule],
  wants: ({ value }) => isRight(fieldsOf(value), one),
});

const own = (report: Report, name: string) => fieldsOf(fieldsOf(report.get("groups")).get(name));

const figuresRight = (report: Report, { groups }: World): boolean =>
  [...groups].every(([name, one]) =>
    metrics.every((metric) => {
      const rate = rateOf(metric, one);
      const said = own(report, name).get(metric);
      return rate === null ? said === null : isNear(said, rate, 0.005);
    }),
  );

const verdictsRight = (report: Report, { groups, rule }: World): boolean =>
  [...groups].every(
    ([name, one]) => own(report, name).get("verdict") === verdictOf(groups, rule.metric, rule, one),
  );

const outcomeRight = (report: Report, { groups, rule }: World): boolean =>
  report.get("outcome") === outcomeOf(groups, rule.metric, rule);

const judged = (report: Report, one: World): boolean =>
  verdictsRight(report, one) && outcomeRight(report, one);

/** Plainly or after Wilson; resampling comes near the first. */
const intervalsFor = (part: number, whole: number): readonly (readonly [number, number])[] => {
  const [rate, z] = [part / whole, 1.96];
  const plain = z * Math.sqrt((rate * (1 - rate)) / whole);
  const middle = (rate + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const spread = Math.sqrt((rate * (1 - rate)) / whole + (z * z) / (4 * whole * whole));
  return [
    [rate, plain],
    [middle, (z * spread) / (1 + (z * z) / whole)],
  ];
};

const intervalsRight = (report: Report, { groups, rule }: World): boolean =>
  [...groups].every(([name, one]) => {
    const [part, whole] = partOf(rule.metric, one);
    const said = own(report, name).get("interval");
    const ends = Array.isArray(said) ? said : [];
    return (
      whole < rule.least ||
      intervalsFor(part, whole).some(([middle, half]) => {
        const slack = 0.25 * half + 0.01;
        const [from, to] = ends;
        return (
          ends.length === 2 &&
          isNear(from, middle - half, slack) &&
          isNear(to, middle + half, slack)
        );
      })
    );
  });

const conflictsRight = (report: Report, { groups, rule }: World): boolean => {
  const said = textsOf(report.get("conflicts"));
  const wanted = conflictsOf(groups, rule);
  return said.length === wanted.length && wanted.every((one) => said.includes(one));
};

/** The figure farthest from the best group, of those with enough data. */
const worst = ({ groups, rule }: World): number => {
  const distances = [...groups.values()].flatMap((one) => {
    const distance = distanceOf(groups, rule.metric, rule.least, one);
    return partOf(rule.metric, one)[1] < rule.least || distance === null ? [] : [distance];
  });
  return rule.metric === "selection rate" ? Math.min(...distances) : Math.max(...distances);
};

const reasonRight = (report: Report, one: World): boolean => {
  const reason = report.get("reason");
  return (
    isSentence(reason, 8) &&
    reason.includes(one.rule.metric) &&
    reason.includes(one.rule.by) &&
    !metrics.some((metric) => metric !== one.rule.metric && reason.includes(metric)) &&
    states(reason, worst(one), 0.006)
  );
};

/** Nobody fails, nothing contradicts: what is left is too little data. */
const isQuiet = (groups: Groups, rule: Rule): boolean =>
  outcomeOf(groups, rule.metric, rule) === "not enough data" &&
  conflictsOf(groups, rule).length === 0;

const isBestLarge = (groups: Groups, { metric, least }: Rule): boolean => {
  const best = [...groups.values()].toSorted(
    (a, b) => (rateOf(metric, b) ?? 0) - (rateOf(metric, a) ?? 0),
  )[0];
  return best !== undefined && partOf(metric, best)[1] >= least;
};

const any = () => true;
const anyMetric = (draw: Draw): Metric => draw.pick(metrics);

export const checks: readonly Check[] = [
  {
    id: "figures-right",
    half: "works",
    says: "For each group the three rates are right, and none where there is nothing to divide by.",
    why: "Invited of all; invited of the qualified; qualified of the invited. Nobody invited: the last one is None, not 0.",
    cases: (draw) => [
      {
        ...audit(draw, world(draw, "selection rate", [60, 50, 12], any), figuresRight),
        isPublic: true,
      },
      audit(draw, world(draw, anyMetric(draw), usual, any), figuresRight),
      audit(draw, nobodyInvited(draw), figuresRight),
    ],
  },
  {
    id: "fair-screen-goes-live",
    half: "works",
    says: "A screen that passes for all groups by the chosen metric goes live, though another metric differs.",
    why: "The metric was chosen in advance. What the others say is reported, it does not decide.",
    cases: (draw) =>
      (["equal opportunity", "predictive parity"] as const).map((metric) =>
        audit(
          draw,
          world(
            draw,
            metric,
            large,
            (groups, rule) =>
              outcomeOf(groups, metric, rule) === "live" && conflictsOf(groups, rule).length > 0,
          ),
          judged,
        ),
      ),
  },
  {
    id: "reason-given",
    half: "works",
    says: "The reason names the chosen metric and no other, who chose it, and the worst figure.",
    why: "The lowest ratio for selection rates, otherwise the largest gap, of groups with enough data; two decimals are enough.",
    cases: (draw) =>
      metrics.map((metric) => audit(draw, world(draw, metric, large, any), reasonRight)),
  },
  {
    id: "unfair-screen-stopped",
    half: "attacks",
    says: "A screen that fails for one group by the chosen metric does not go live, whatever the others say.",
    why: "Looking for the metric with the smallest gap is how a screen passes that should not.",
    cases: (draw) =>
      metrics.map((metric) =>
        audit(
          draw,
          world(
            draw,
            metric,
            large,
            (groups, rule) =>
              outcomeOf(groups, metric, rule) === "not live" &&
              conflictsOf(groups, rule).length > 0,
          ),
          judged,
        ),
      ),
  },
  {
    id: "small-group-undecided",
    half: "attacks",
    says: "A group with too few people is neither passed nor failed, and keeps the screen from being called fair.",
    why: "22 people say little in either direction. Nobody fails: the outcome is “not enough data”, not “live”.",
    cases: (draw) => [
      audit(
        draw,
        world(draw, "selection rate", usual, (groups, rule) => {
          return isQuiet(groups, rule) && isBestLarge(groups, rule);
        }),
        judged,
      ),
    ],
  },
  {
    id: "few-that-count",
    half: "attacks",
    says: "What counts as enough is the number that the metric divides by.",
    why: "A group of ninety with thirty qualified people has thirty for equal opportunity, and not ninety.",
    cases: (draw) => [
      audit(
        draw,
        world(
          draw,
          "equal opportunity",
          [240, 170, 75, 70],
          (groups, rule) => isQuiet(groups, rule) && isBestLarge(groups, rule),
        ),
        judged,
      ),
    ],
  },
  {
    id: "bar-is-no-accident",
    half: "attacks",
    says: "The best rate is one of a group with enough data.",
    why: "Eighteen of 22 set a bar that nobody can reach, and everybody else fails by an accident.",
    cases: (draw) => [
      audit(
        draw,
        world(draw, "selection rate", usual, (groups, rule) => {
          const rates = [...groups.values()].map((one) => rateOf(rule.metric, one) ?? 0);
          return isQuiet(groups, rule) && Math.max(...rates.slice(0, 4)) * 1.25 < (rates[4] ?? 0);
        }),
        judged,
      ),
    ],
  },
  {
    id: "intervals-right",
    half: "attacks",
    says: "Each rate of the chosen metric has its 95 % interval, from the number that it divides by.",
    why: "Resample the group, or use a formula; with the number of people who count, not with all applications.",
    cases: (draw) =>
      metrics.map((metric) => audit(draw, world(draw, metric, usual, any), intervalsRight)),
  },
  {
    id: "conflicts-named",
    half: "attacks",
    says: "Every group is named that another metric would judge the other way.",
    why: "Only where both say something: “not enough data” is no contradiction.",
    cases: (draw) => [
      audit(
        draw,
        world(draw, anyMetric(draw), many, (groups, rule) => conflictsOf(groups, rule).length > 1),
        conflictsRight,
      ),
      audit(
        draw,
        world(
          draw,
          "equal opportunity",
          [340, 300],
          (groups, rule) => conflictsOf(groups, rule).length === 0,
        ),
        conflictsRight,
      ),
    ],
  },
];

function nobodyInvited(draw: Draw): World {
  const one = world(draw, "selection rate", [90, 60], any);
  const name = `F-${draw.word(3)}`;
  return {
    ...one,
    groups: new Map([...one.groups, [name, { tp: 0, fp: 0, fn: 6, tn: draw.whole(5, 9) }]]),
  };
}
