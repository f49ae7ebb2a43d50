import { fail, ok, type Result } from "@checkride/rules/result";

export type Bounded = <T>(act: () => Promise<T>) => Promise<Result<T, "busy">>;

/**
 * Lets `activeMax` work at a time and `waitingMax` wait; whoever comes then is told at once. A line that
 * cannot grow keeps a flood of expensive work from taking processor and connections from everything else.
 */
export const makeBounded = (activeMax: number, waitingMax: number): Bounded => {
  let active = 0;
  const waiting: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (active < activeMax) {
      active += 1;
      return;
    }
    // The one who leaves hands its place over, so `active` stays as it is.
    await new Promise<void>((resolve) => void waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else active -= 1;
  };
  return async (act) => {
    if (active >= activeMax && waiting.length >= waitingMax) return fail("busy");
    await enter();
    try {
      return ok(await act());
    } finally {
      leave();
    }
  };
};
