import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import {
  agreement,
  drawFeatures,
  drawLinear,
  type Linear,
  learn,
  probabilityOf,
} from "./logistic.ts";

type Host = NonNullable<CheckCase["host"]>;

/** Six decimals for whoever asks, as often as `questions` allows. */
const openHost = (model: Linear, questions: number): Host => {
  let left = questions;
  return (name, [given]) => {
    const features = (Array.isArray(given) ? given : []).map(Number);
    const isFit =
      features.length === model.weights.length && features.every((one) => one >= 0 && one <= 1);
    if (name !== "ask" || !isFit) return { ok: false, error: "a feature lies outside of 0 to 1" };
    left -= 1;
    if (left < 0) return { ok: false, error: "no questions left" };
    return { ok: true, value: Math.round(probabilityOf(model, features) * 1e6) / 1e6 };
  };
};

const linearOf = (value: Json): Linear | null => {
  const fields = new Map(Object.entries(value ?? {}));
  const [weights, bias] = [fields.get("weights"), fields.get("bias")];
  return Array.isArray(weights) && weights.length === 16 && typeof bias === "number"
    ? { weights: weights.map(Number), bias }
    : null;
};

/** Also of a model whose answers are 0 or 1 wherever all features are 0 or 1. */
export const copies = (draw: Draw): readonly CheckCase[] =>
  [0, 0, 2.5, -2.5].map((lean, at) => {
    const model = drawLinear(draw, lean);
    return {
      args: ["copy", { service: draw.word(6) }],
      isPublic: at === 0,
      host: openHost(model, 50),
      wants: ({ value }: Claimed) => {
        const copied = linearOf(value);
        return copied !== null && agreement(draw, model, copied) >= 0.98;
      },
    };
  });

type Patient = { readonly features: readonly number[]; readonly high: number };

const drawPatient = (draw: Draw): Patient => {
  const features = drawFeatures(draw, 40);
  const [one = 0, two = 0] = features;
  return { features, high: one + two + draw.whole(-40, 40) / 100 > 1 ? 1 : 0 };
};

/** A model with room to learn its 24 patients by heart, and ten pairs. */
const drawPairs = (draw: Draw) => {
  const patients = (count: number) => Array.from({ length: count }, () => drawPatient(draw));
  const inside = patients(24);
  const model = learn(
    inside.map(({ features, high }) => ({ features, target: high })),
    120,
  );
  const sure = ({ features, high }: Patient): number =>
    high === 1 ? probabilityOf(model, features) : 1 - probabilityOf(model, features);
  const bySure = (all: readonly Patient[]) => all.toSorted((a, b) => sure(b) - sure(a));
  // Three of the strangers are surely wrong, so that being sure of anything at all is not the answer.
  const strangers = bySure(patients(60));
  const outside = [...strangers.slice(18, 25), ...strangers.slice(-3)];
  const pairs = bySure(inside)
    .slice(0, 10)
    .map((member, at) => ({ member, stranger: outside[at] ?? member, isFirst: draw.chance(0.5) }));
  return { model, pairs };
};

export const guesses = (draw: Draw): readonly CheckCase[] =>
  [0, 1].map(() => {
    const { model, pairs } = drawPairs(draw);
    const shown = ({ features, high }: Patient): Json => ({ features, high });
    return {
      args: [
        "guess",
        {
          pairs: pairs.map(({ member, stranger, isFirst }) =>
            isFirst ? [shown(member), shown(stranger)] : [shown(stranger), shown(member)],
          ),
        },
      ],
      host: openHost(model, 20),
      wants: ({ value }: Claimed) =>
        Array.isArray(value) &&
        value.length === 10 &&
        pairs.filter(({ isFirst }, at) => value[at] === isFirst).length >= 8,
    };
  });
