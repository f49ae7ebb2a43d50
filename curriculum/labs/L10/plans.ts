import type { Draw } from "@checkride/range/draw";
import type { Plan } from "./outside-world.ts";

export const dayMs = 86_400_000;

/** Some time in the middle of a day. */
export const drawMoment = (draw: Draw): number =>
  draw.whole(20_000, 21_000) * dayMs + draw.whole(30_000_000, 50_000_000);

export const drawPlan = (draw: Draw): Omit<Plan, "cap"> => ({
  burst: draw.whole(4, 7),
  refillMs: draw.whole(2, 9) * 1_000,
});

/** Money is no limit. */
export const rich = (plan: Omit<Plan, "cap">): Plan => ({ ...plan, cap: 1_000_000_000 });

/** The rate is no limit. */
export const swift = (cap: number): Plan => ({ burst: 1_000, refillMs: 10, cap });

/** What a call of 400 tokens may cost at most, and with 20 tokens out. */
export const worst = 400 * 3 + 800 * 15;
export const small = 400 * 3 + 20 * 15;
