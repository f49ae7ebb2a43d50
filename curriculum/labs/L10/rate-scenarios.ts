import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { call, happens, type Kind, onPlan, times } from "./expectations.ts";
import { drawMoment, drawPlan, rich } from "./plans.ts";

const scenario = (draw: Draw) => {
  const account = `acc-${draw.word(4)}`;
  const plan = rich(drawPlan(draw));
  return {
    account,
    plan,
    plans: onPlan(account, plan),
    mark: draw.word(6),
    from: drawMoment(draw),
  };
};

const some = (kind: Kind, count: number): readonly Kind[] => times(count, () => kind);

/** All at once, and all again when everything is free. */
export const fits = (draw: Draw): CheckCase => {
  const { account, plan, from, ...rest } = scenario(draw);
  const later = from + plan.burst * plan.refillMs + draw.whole(20, 900);
  const arrivals = [from, later].flatMap((at) => times(plan.burst, () => call(at, account)));
  return happens({ ...rest, arrivals }, { kinds: some("answered", arrivals.length) });
};

const burst = (draw: Draw, over: number): CheckCase => {
  const { account, plan, from, ...rest } = scenario(draw);
  const arrivals = times(plan.burst + over, (at) => call(from + (at > 9 ? at : 0), account));
  const kinds = [...some("answered", plan.burst), ...some("rate", over)];
  return happens({ ...rest, arrivals }, { kinds });
};

const shownBurst = (draw: Draw): CheckCase => {
  const one = burst(draw, 3);
  const what = "three calls more at the same moment than the plan allows";
  return { ...one, args: [...one.args, what], isPublic: true };
};

/** Where windows of any usual length begin anew. */
const atTheEdge = (draw: Draw): CheckCase => {
  const { account, plan, from, ...rest } = scenario(draw);
  const often = plan.burst * plan.refillMs * 60;
  const edge = Math.ceil(from / often) * often;
  const arrivals = [edge - 30, edge + 30].flatMap((at) =>
    times(plan.burst, () => call(at, account)),
  );
  const kinds = [...some("answered", plan.burst), ...some("rate", plan.burst)];
  return happens({ ...rest, arrivals }, { kinds });
};

/** A long time of nothing is worth no more than a burst. */
const afterIdling = (draw: Draw): CheckCase => {
  const { account, plan, from, ...rest } = scenario(draw);
  const later = from + plan.refillMs * plan.burst * draw.whole(5, 20);
  const arrivals = [call(from, account), ...times(plan.burst + 3, () => call(later, account))];
  const kinds = [...some("answered", plan.burst + 1), ...some("rate", 3)];
  return happens({ ...rest, arrivals }, { kinds });
};

/** After a burst somebody asks twice in the time in which one becomes free. */
export const evenly = (draw: Draw, mood: "patient" | "hammering"): CheckCase => {
  const { account, plan, from, ...rest } = scenario(draw);
  const pauses = mood === "patient" ? 2 : 5;
  const later = times(pauses * 3, (at) => {
    const waited = ((at + 1) * plan.refillMs) / pauses;
    return {
      at: from + Math.ceil(waited) + 10,
      kind: (at + 1) % pauses === 0 ? "answered" : "rate",
    } as const;
  });
  const arrivals = [
    ...times(plan.burst, () => call(from, account)),
    ...later.map(({ at }) => call(at, account)),
  ];
  const kinds = [...some("answered", plan.burst), ...later.map(({ kind }) => kind)];
  return happens({ ...rest, arrivals }, { kinds });
};

/** The refusal's own word is kept. */
export const retried = (draw: Draw): CheckCase => {
  const { account, plan, from, ...rest } = scenario(draw);
  const early = Math.floor(plan.refillMs / draw.whole(2, 4));
  const arrivals = [
    ...times(plan.burst, () => call(from, account)),
    call(from + early, account),
    call(from + plan.refillMs + 10, account),
  ];
  return happens(
    { ...rest, arrivals },
    { kinds: [...some("answered", plan.burst), "rate", "answered"] },
  );
};

export const bursts = (draw: Draw): readonly CheckCase[] => [
  shownBurst(draw),
  burst(draw, draw.whole(8, 20)),
  atTheEdge(draw),
  afterIdling(draw),
  evenly(draw, "hammering"),
];

const toleranceMs = 10;

export const retryTimes = (draw: Draw): readonly CheckCase[] => [
  rateRetry(draw),
  budgetRetry(draw),
  noRetry(draw),
];

const isAbout = (value: unknown, wanted: number): boolean =>
  typeof value === "number" && Math.abs(value - wanted) <= toleranceMs;

const rateRetry = (draw: Draw): CheckCase => {
  const { account, plan, from, ...rest } = scenario(draw);
  const early = draw.whole(100, plan.refillMs - 100);
  const arrivals = [...times(plan.burst, () => call(from, account)), call(from + early, account)];
  return happens(
    { ...rest, arrivals },
    {
      kinds: [...some("answered", plan.burst), "rate"],
      also: (_, replies) => isAbout(replies.at(-1)?.get("retryAfterMs"), plan.refillMs - early),
    },
  );
};

const budgetRetry = (draw: Draw): CheckCase => {
  const { account, plan, from, mark } = scenario(draw);
  const plans = onPlan(account, { ...plan, cap: draw.whole(100, 1_000) });
  return happens(
    { plans, mark, arrivals: [call(from, account)] },
    {
      kinds: ["budget"],
      also: (_, [reply]) => isAbout(reply?.get("retryAfterMs"), 86_400_000 - (from % 86_400_000)),
    },
  );
};

const noRetry = (draw: Draw): CheckCase => {
  const { account, from, plan: _, ...rest } = scenario(draw);
  return happens(
    {
      ...rest,
      arrivals: [call(from, account, { tokensIn: 9_000 }), call(from, account, { steps: 9 })],
    },
    {
      kinds: ["too long", "steps"],
      also: (_seen, replies) => replies.every((reply) => reply.get("retryAfterMs") === null),
    },
  );
};
