import { useEffect, useRef } from "react";
import { type Clock, type Seconds, startClock, takeSeconds, tick } from "./clock.ts";

const tickMs = 1_000;
const beatMs = 30_000;
const signs = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

/** Measures while the lesson is open; `onBeat` is called now and then, and when the page goes out of sight. */
export const useLessonClock = (onBeat: () => void): (() => Seconds) => {
  const clock = useRef<Clock>(startClock(Date.now()));
  const lastInputMs = useRef(Date.now());
  const beat = useRef(onBeat);
  beat.current = onBeat;

  useEffect(() => {
    const look = (isVisible: boolean) => {
      const atMs = Date.now();
      clock.current = tick(clock.current, { atMs, isVisible, lastInputMs: lastInputMs.current });
    };
    const onInput = () => {
      lastInputMs.current = Date.now();
    };
    const onVisibility = () => {
      // What passed until now belongs to the state that just ended.
      look(document.visibilityState === "hidden");
      if (document.visibilityState === "hidden") beat.current();
    };
    clock.current = startClock(Date.now());
    const ticking = setInterval(() => look(document.visibilityState === "visible"), tickMs);
    const beating = setInterval(() => beat.current(), beatMs);
    for (const sign of signs) document.addEventListener(sign, onInput, { passive: true });
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      clearInterval(ticking);
      clearInterval(beating);
      for (const sign of signs) document.removeEventListener(sign, onInput);
      document.removeEventListener("visibilitychange", onVisibility);
      beat.current();
    };
  }, []);

  return () => {
    const taken = takeSeconds(clock.current);
    clock.current = taken.clock;
    return taken.seconds;
  };
};
