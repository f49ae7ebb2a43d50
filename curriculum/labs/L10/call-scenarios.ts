import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { call, happens, type Kind, onPlan, times } from "./expectations.ts";
import type { Arrival, Seen } from "./outside-world.ts";
import { drawMoment, drawPlan, rich, small, swift, worst } from "./plans.ts";

const one = (
  draw: Draw,
  arrival: Partial<Arrival>,
  kind: Kind,
  also: (seen: Seen) => boolean = () => true,
): CheckCase => {
  const account = `acc-${draw.word(5)}`;
  const arrivals = [call(drawMoment(draw), account, arrival)];
  return happens(
    { plans: onPlan(account, rich(drawPlan(draw))), mark: draw.word(6), arrivals },
    { kinds: [kind], also },
  );
};

export const within = (draw: Draw): readonly CheckCase[] => {
  const account = draw.word(6);
  const less = draw.whole(30, 90);
  const paysLess = 400 * 3 + less * 15;
  const from = drawMoment(draw);
  return [
    one(draw, { tokensIn: 8_000 }, "answered"),
    one(draw, { maxTokens: less, out: 900 }, "answered", ({ starts }) =>
      starts.every(({ maxTokens }) => maxTokens === less),
    ),
    one(draw, { maxTokens: 1 }, "answered"),
    one(draw, { steps: 4 }, "answered"),
    // Only if the smaller maximum is what is reserved.
    happens(
      {
        plans: onPlan(account, swift(paysLess * 3)),
        mark: draw.word(6),
        arrivals: times(3, () => call(from, account, { maxTokens: less })),
      },
      { kinds: ["answered", "answered", "answered"] },
    ),
    happens(
      {
        plans: onPlan(account, { ...rich(drawPlan(draw)), burst: 2 }),
        mark: draw.word(6),
        arrivals: times(2, () => call(from, account, { steps: draw.whole(2, 4) })),
      },
      { kinds: ["answered", "answered"] },
    ),
  ];
};

const isBounded = ({ starts }: Seen): boolean =>
  starts.length > 0 && starts.every(({ maxTokens }) => maxTokens >= 1 && maxTokens <= 800);

export const withoutEnd = (draw: Draw): readonly CheckCase[] => [
  one(draw, { out: 100_000 }, "answered", isBounded),
  one(draw, { out: 100_000, maxTokens: draw.whole(801, 90_000) }, "answered", isBounded),
  one(draw, { out: 100_000, maxTokens: 1e21 }, "answered", isBounded),
  one(draw, { out: 5_000, steps: 3 }, "answered", isBounded),
];

export const tooLong = (draw: Draw): readonly CheckCase[] => [
  one(draw, { tokensIn: 8_001 }, "too long"),
  one(draw, { tokensIn: draw.whole(8_500, 12_000) }, "too long"),
];

/** A wrong maximum reserves nothing and gives nothing: afterwards exactly as many fit as before. */
export const oddMaximum = (draw: Draw): readonly CheckCase[] => {
  const account = draw.word(7);
  const odd = [-draw.whole(1_000, 90_000), 0, 1.5, "800", null, [100], true, -1e21, {}];
  const from = drawMoment(draw);
  return odd.map((maxTokens) =>
    happens(
      {
        plans: onPlan(account, swift(worst + small)),
        mark: draw.word(6),
        arrivals: [
          call(from, account, { maxTokens }),
          ...times(3, (at) => call(from + 1_000 * (at + 1), account, { out: 9_000 })),
        ],
      },
      { kinds: ["invalid", "answered", "budget", "budget"] },
    ),
  );
};

export const loops = (draw: Draw): readonly CheckCase[] =>
  [draw.whole(6, 9), 5, 200].map((steps) =>
    one(draw, { steps }, "steps", ({ starts }) => starts.length === 5),
  );
