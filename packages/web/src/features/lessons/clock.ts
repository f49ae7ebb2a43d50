/** Time on task, counted honestly: only while the page can be seen, and apart from that while something is done. */
export type Clock = {
  readonly atMs: number;
  readonly visibleMs: number;
  readonly activeMs: number;
};

export type Look = {
  readonly atMs: number;
  readonly isVisible: boolean;
  /** When a key, a pointer or a touch was last noticed here. */
  readonly lastInputMs: number;
};

const activeWithinMs = 60_000;
/** Timers are late in a busy tab and stand still while a computer sleeps: a longer gap taught nobody anything. */
const gapMaxMs = 5_000;

export const startClock = (atMs: number): Clock => ({ atMs, visibleMs: 0, activeMs: 0 });

export const tick = (clock: Clock, { atMs, isVisible, lastInputMs }: Look): Clock => {
  const passed = Math.min(Math.max(0, atMs - clock.atMs), gapMaxMs);
  const isActive = isVisible && atMs - lastInputMs <= activeWithinMs;
  return {
    atMs,
    visibleMs: clock.visibleMs + (isVisible ? passed : 0),
    activeMs: clock.activeMs + (isActive ? passed : 0),
  };
};

export type Seconds = { readonly visibleSeconds: number; readonly activeSeconds: number };

/** Whole seconds to report, and the clock with what is left over. */
export const takeSeconds = (clock: Clock): { readonly clock: Clock; readonly seconds: Seconds } => {
  const visibleSeconds = Math.floor(clock.visibleMs / 1000);
  const activeSeconds = Math.floor(clock.activeMs / 1000);
  return {
    seconds: { visibleSeconds, activeSeconds },
    clock: {
      ...clock,
      visibleMs: clock.visibleMs - visibleSeconds * 1000,
      activeMs: clock.activeMs - activeSeconds * 1000,
    },
  };
};
