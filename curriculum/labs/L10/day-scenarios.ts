import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { call, happens, type Kind, onPlan, times } from "./expectations.ts";
import { dayMs, drawMoment, drawPlan, rich, small, swift, worst } from "./plans.ts";

export const single = (draw: Draw): CheckCase => {
  const account = `acc-${draw.word(4)}`;
  const arrivals = [call(drawMoment(draw), account)];
  const one = happens(
    { plans: onPlan(account, rich(drawPlan(draw))), mark: draw.word(5), arrivals },
    { kinds: ["answered"] },
  );
  return { ...one, args: [...one.args, "one call"], isPublic: true };
};

/** Everybody has another plan, and some have names that objects know. */
export const ordinary = (draw: Draw): CheckCase => {
  const names = draw.shuffle(["constructor", `acc-${draw.word(4)}`, "7", draw.word(3)]);
  const plans = new Map(names.map((name) => [name, rich(drawPlan(draw))]));
  const from = drawMoment(draw);
  const arrivals = times(16, (at) => {
    const account = names[at % names.length] ?? "";
    return call(from + at * 40, account, {
      out: draw.whole(10, 700),
      lastsMs: draw.whole(20, 5_000),
    });
  });
  return happens(
    { plans, mark: draw.word(6), arrivals },
    { kinds: arrivals.map(() => "answered") },
  );
};

export const neighbours = (draw: Draw): CheckCase => {
  const [loud, quiet] = [draw.word(6), draw.word(7)];
  const plan = { ...drawPlan(draw), cap: worst * 20 };
  const from = drawMoment(draw);
  const flood = times(14, (at) => ({
    arrival: call(from + at * 3, loud, { out: 9_000 }),
    kind: at < plan.burst ? ("answered" as const) : ("rate" as const),
  }));
  const calm = times(plan.burst, (at) => ({
    arrival: call(from + at * 9 + 1, quiet),
    kind: "answered" as const,
  }));
  const all = [...flood, ...calm].toSorted((a, b) => a.arrival.at - b.arrival.at);
  return happens(
    {
      plans: new Map([loud, quiet].map((name) => [name, plan])),
      mark: draw.word(6),
      arrivals: all.map(({ arrival }) => arrival),
    },
    { kinds: all.map(({ kind }) => kind) },
  );
};

export const newDay = (draw: Draw): CheckCase => {
  const account = draw.word(6);
  const from = drawMoment(draw);
  const morning = from - (from % dayMs) + dayMs + draw.whole(0, 9_000);
  const arrivals = [
    ...times(3, (at) => call(from + at * 2_000, account, { out: 9_000 })),
    ...times(2, (at) => call(morning + at * 9, account, { out: 9_000 })),
  ];
  const kinds: readonly Kind[] = ["answered", "answered", "budget", "answered", "answered"];
  return happens(
    { plans: onPlan(account, swift(worst * 2 + small)), mark: draw.word(6), arrivals },
    { kinds },
  );
};

/** Reservations of one tenth each, all of which are used. */
const tenths = (draw: Draw, days: readonly number[], alerted: number): CheckCase => {
  const account = draw.word(6);
  const from = drawMoment(draw);
  const arrivals = days.flatMap((count, day) =>
    times(count, (at) => call(from + day * dayMs + at * 2_000, account, { out: 9_000 })),
  );
  return happens(
    { plans: onPlan(account, swift(worst * 10)), mark: draw.word(6), arrivals },
    {
      kinds: arrivals.map(() => "answered"),
      also: ({ alerts }) => alerts.length === alerted && alerts.every((name) => name === account),
    },
  );
};

export const alerts = (draw: Draw): readonly CheckCase[] => [
  tenths(draw, [7], 0),
  tenths(draw, [8], 1),
  tenths(draw, [10], 1),
  tenths(draw, [9, draw.whole(3, 6), 8], 2),
];
