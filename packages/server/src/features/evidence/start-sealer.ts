import { type Repeating, repeat } from "../../platform/jobs/repeat.ts";
import type { Log } from "../../platform/log.ts";
import { type SealDeps, seal } from "./seal.ts";

export type Sealer = Repeating & {
  /** Why nothing is sealed any more; null: all is well. */
  readonly fault: () => string | null;
};

/** Evidence waits for its seal at most this long and one batch, and a checkpoint comes at most so often. */
const pauseMs = 400;
const repeatFaultMs = 60_000;

export const startSealer = (deps: SealDeps & { readonly log: Log }): Sealer => {
  let says: string | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (fault: string): void => {
    const now = performance.now();
    if (fault === says && now - toldAt < repeatFaultMs) return;
    toldAt = now;
    deps.log.fatal(fault);
  };
  const loop = repeat({
    name: "sealer",
    pauseMs,
    log: deps.log,
    run: async () => {
      const done = await seal(deps);
      if (done.ok) {
        says = null;
        return done.value.more;
      }
      tell(done.error.says);
      says = done.error.says;
      return false;
    },
  });
  return { ...loop, fault: () => says };
};
