import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { call, happens, type Kind, onPlan, times } from "./expectations.ts";
import type { Arrival } from "./outside-world.ts";
import { dayMs, drawMoment, small, swift, worst } from "./plans.ts";

const paid = (
  draw: Draw,
  cap: number,
  arrivals: (account: string, from: number) => readonly Arrival[],
  kinds: readonly Kind[],
): CheckCase => {
  const account = `acc-${draw.word(5)}`;
  return happens(
    {
      plans: onPlan(account, swift(cap)),
      mark: draw.word(6),
      arrivals: arrivals(account, drawMoment(draw)),
    },
    { kinds },
  );
};

const some = (kind: Kind, count: number): readonly Kind[] => times(count, () => kind);

export const unused = (draw: Draw): CheckCase => {
  const count = draw.whole(22, 27);
  return paid(
    draw,
    small * count + worst,
    (account, from) => times(count, (at) => call(from + at * 1_000, account)),
    some("answered", count),
  );
};

export const sideBySide = (draw: Draw): readonly CheckCase[] =>
  [10, draw.whole(2, 8)].map((fits) => {
    const more = draw.whole(2, 6);
    return paid(
      draw,
      worst * fits + draw.whole(0, worst - 1),
      (account, from) => times(fits + more, () => call(from, account)),
      [...some("answered", fits), ...some("budget", more)],
    );
  });

/** One after the other, with answers as long as they may be. */
export const fillingTheCap = (draw: Draw): CheckCase => {
  const fits = draw.whole(3, 6);
  return paid(
    draw,
    worst * fits + draw.whole(0, worst - 1),
    (account, from) => times(fits + 3, (at) => call(from + at * 2_000, account, { out: 9_000 })),
    [...some("answered", fits), ...some("budget", 3)],
  );
};

/** Begun before midnight, settled after it: that frees nothing in the new day. */
export const overMidnight = (draw: Draw): CheckCase => {
  const fits = draw.whole(3, 6);
  const over = 3;
  const arrivals = (account: string, from: number): readonly Arrival[] => {
    const midnight = from - (from % dayMs) + dayMs;
    return [
      ...times(fits, () => call(midnight - 5_000, account, { lastsMs: 20_000 })),
      call(midnight + 1_000, account, { lastsMs: 90_000 }),
      ...times(fits - 1 + over, () => call(midnight + 30_000, account)),
    ];
  };
  return paid(draw, worst * fits, arrivals, [
    ...some("answered", fits * 2),
    ...some("budget", over),
  ]);
};

/** The model writes as much as it may in each step, and after some of them the money is gone. */
export const stepsCost = (draw: Draw): CheckCase => {
  const step = 24 * 3 + 800 * 15;
  return paid(
    draw,
    worst + step * 2 + draw.whole(0, 9_000),
    (account, from) => [call(from, account, { out: 9_000, steps: 4 })],
    ["budget"],
  );
};

export const failing = (draw: Draw): readonly CheckCase[] => {
  const fits = draw.whole(2, 5);
  return [
    paid(
      draw,
      worst * fits + small,
      (account, from) => [
        ...times(fits, (at) => call(from + at * 1_000, account, { fails: true })),
        call(from + 60_000, account),
        call(from + 61_000, account, { maxTokens: 20 }),
      ],
      [...some("failed", fits), "budget", "answered"],
    ),
    paid(
      draw,
      worst * 2,
      (account, from) => [
        call(from, account, { fails: true }),
        ...times(3, (at) => call(from + 1_000 + at, account)),
      ],
      ["failed", "answered", "budget", "budget"],
    ),
  ];
};
