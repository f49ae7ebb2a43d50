import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { retrain } from "./last-layer.ts";
import {
  type ClassRows,
  drawRepresentation,
  type Representation,
  type Wishes,
} from "./representation.ts";

type Pulled = ReadonlyMap<string, readonly string[]>;
type Answer = { readonly pulled: Pulled; readonly suspect: Json };

/** Null where something else than rows of their own class is pulled. */
const readAnswer = (value: Json, { classes }: Representation): Answer | null => {
  if (typeof value !== "object" || value === null) return null;
  const { pulled, suspect = null } = Object.fromEntries(Object.entries(value));
  if (typeof pulled !== "object" || pulled === null) return null;
  const lists = Object.entries(pulled).map(([name, ids]) => {
    const known = new Set(classes[name]?.ids ?? []);
    const texts = Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
    const isSound =
      Array.isArray(ids) && texts.length === ids.length && texts.every((id) => known.has(id));
    return isSound ? ([name, [...new Set(texts)]] as const) : null;
  });
  const whole = lists.filter((one) => one !== null);
  const isWhole = whole.length === lists.length && lists.length === Object.keys(classes).length;
  return isWhole ? { pulled: new Map(whole), suspect } : null;
};

const on = (set: Representation, isRight: (answer: Answer) => boolean): CheckCase => ({
  args: [set.classes, set.share],
  wants: ({ value }) => {
    const answer = readAnswer(value, set);
    return answer !== null && isRight(answer);
  },
});

const wishes: Wishes = { isPoisoned: true, sizes: [100, 110, 90] };
const clean: Wishes = { ...wishes, isPoisoned: false };
const uneven: Wishes = { isPoisoned: true, sizes: [150, 80, 90] };

const quota = (rows: ClassRows | undefined, share: number): number =>
  Math.round(1.5 * share * (rows?.ids.length ?? 0));

const withinQuota =
  ({ classes, share }: Representation) =>
  ({ pulled }: Answer): boolean =>
    [...pulled].every(([name, ids]) => Math.abs(ids.length - quota(classes[name], share)) <= 1);

const finds = (set: Representation) => (answer: Answer) => {
  const all = [...answer.pulled.values()].flat();
  const found = [...set.planted].filter((id) => all.includes(id)).length;
  return withinQuota(set)(answer) && found >= 0.9 * set.planted.size;
};

const kept = ({ classes }: Representation, { pulled }: Answer) =>
  Object.fromEntries(
    Object.entries(classes).map(([name, { ids, vectors }]) => {
      const gone = new Set(pulled.get(name) ?? []);
      const stays = ids.map((id) => !gone.has(id));
      return [
        name,
        { ids: ids.filter((_, at) => stays[at]), vectors: vectors.filter((_, at) => stays[at]) },
      ];
    }),
  );

const honestRight = (set: Representation, classes: Readonly<Record<string, ClassRows>>): number => {
  const model = retrain(classes);
  const right = Object.entries(set.classes).flatMap(([name, { ids, vectors }]) =>
    vectors.flatMap((vector, at) =>
      set.planted.has(ids[at] ?? "") ? [] : [model(vector) === name],
    ),
  );
  return right.filter((one) => one).length / right.length;
};

/** What would be pulled by somebody who knows. */
const ideal = ({ classes, planted }: Representation): Answer => ({
  pulled: new Map(Object.keys(classes).map((name) => [name, [...planted]])),
  suspect: null,
});

const staysGood = (set: Representation) => {
  const best = honestRight(set, kept(set, ideal(set)));
  return (answer: Answer) =>
    withinQuota(set)(answer) && honestRight(set, kept(set, answer)) >= best - 0.05;
};

/** Of honest rows of other classes, with the trigger. */
const followed = (set: Representation, classes: Readonly<Record<string, ClassRows>>): number => {
  const model = retrain(classes);
  const tried = Object.entries(set.classes).flatMap(([name, { ids, vectors }]) =>
    vectors.flatMap((vector, at) =>
      name === set.poisoned || set.planted.has(ids[at] ?? "")
        ? []
        : [model(vector.map((x, d) => x + (set.trigger[d] ?? 0)))],
    ),
  );
  return tried.filter((said) => said === set.poisoned).length / tried.length;
};

const nothing: Answer = { pulled: new Map(), suspect: null };

/**
 * The trigger leads far away from all that was trained on, and there a model may say the poisoned class by chance. Drawn
 * again until one that never saw the trigger does not, and one that saw it all does.
 */
const drawDecidable = (draw: Draw, wish: Wishes): Representation => {
  const set = drawRepresentation(draw, wish);
  const isDecidable =
    followed(set, kept(set, ideal(set))) < 0.05 && followed(set, kept(set, nothing)) > 0.5;
  return isDecidable ? set : drawDecidable(draw, wish);
};

const deadIn = (draw: Draw, wish: Wishes): CheckCase => {
  const set = drawDecidable(draw, wish);
  return on(set, (answer) => followed(set, kept(set, answer)) < 0.25);
};

const one = (
  draw: Draw,
  wish: Wishes,
  judge: (set: Representation) => (answer: Answer) => boolean,
) => {
  const set = drawRepresentation(draw, wish);
  return on(set, judge(set));
};

export const checks: readonly Check[] = [
  {
    id: "quota-kept",
    half: "works",
    says: "Each class loses 1.5 times the assumed share, to the nearest row, and no class more, poisoned or not.",
    why: "The share holds within a class. Over all rows together, one wide class would lose them all.",
    cases: (draw) => [one(draw, uneven, withinQuota)],
  },
  {
    id: "nobody-suspected",
    half: "works",
    says: "In a set without poison no class is suspected, however wide one of its directions is.",
    why: "Some rows are always the farthest. A planted group stands apart: most of what was pulled is far beyond the rest.",
    cases: (draw) => [
      one(
        draw,
        clean,
        () =>
          ({ suspect }) =>
            suspect === null,
      ),
      one(
        draw,
        clean,
        () =>
          ({ suspect }) =>
            suspect === null,
      ),
    ],
  },
  {
    id: "model-stays-good",
    half: "works",
    says: "The last layer, trained again on what is kept, loses at most five points on honest rows.",
    why: "What is pulled is missing in the training.",
    cases: (draw) => [one(draw, wishes, staysGood)],
  },
  {
    id: "planted-found",
    half: "attacks",
    says: "In small and in uneven sets at least 9 of 10 planted rows are among those that are pulled.",
    why: "Centre each class by its own mean. Otherwise the top direction is the way from zero to the class, or from class to class.",
    cases: (draw) => [
      { ...one(draw, { ...wishes, sizes: [60, 80, 60] }, finds), isPublic: true },
      one(draw, uneven, finds),
    ],
  },
  {
    id: "both-sides-found",
    half: "attacks",
    says: "A set and its mirror image are judged alike.",
    why: "A direction has no sign. Score by the square of the projection, or half of all attackers stand on the other side.",
    cases: (draw) => {
      const set = drawRepresentation(draw, wishes);
      const mirrored = {
        ...set,
        classes: Object.fromEntries(
          Object.entries(set.classes).map(([name, { ids, vectors }]) => [
            name,
            { ids, vectors: vectors.map((vector) => vector.map((x) => -x)) },
          ]),
        ),
      };
      return [on(set, finds(set)), on(mirrored, finds(set))];
    },
  },
  {
    id: "class-suspected",
    half: "attacks",
    says: "The poisoned class is suspected, and no other.",
    why: "Compare what was pulled with the spread of what stays, in each class, in its own direction.",
    cases: (draw) =>
      [wishes, uneven].map((wish) =>
        one(
          draw,
          wish,
          (set) =>
            ({ suspect }) =>
              suspect === set.poisoned,
        ),
      ),
  },
  {
    id: "backdoor-dead",
    half: "attacks",
    says: "Trained again, the model follows the trigger in fewer than one of four messages.",
    why: "What counts is not how many rows were pulled, but what the model still does.",
    cases: (draw) => [wishes, uneven].map((wish) => deadIn(draw, wish)),
  },
];
