import { type RefObject, useEffect, useRef } from "react";

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last) => Math.min(at + 10, last),
  PageUp: (at) => Math.max(at - 10, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Many buttons, one Tab stop: arrow keys go from one to the next, and Tab comes back to the last one. */
export const useRoving = <E extends HTMLElement>(selector = "button"): RefObject<E | null> => {
  const frame = useRef<E>(null);
  // After every drawing: buttons come and go as an exercise is answered and tried again.
  useEffect(() => {
    const all = [...(frame.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    if (all.filter((button) => button.tabIndex === 0).length === 1) return;
    for (const [place, button] of all.entries()) button.tabIndex = place === 0 ? 0 : -1;
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const buttons = () => [...element.querySelectorAll<HTMLElement>(selector)];
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement && target.matches(selector))) return;
      for (const button of buttons()) button.tabIndex = button === target ? 0 : -1;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const all = buttons();
      const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1;
      const move = moves[event.key];
      if (at < 0 || !move || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      all[move(at, all.length - 1)]?.focus();
    };
    element.addEventListener("focusin", onFocus);
    element.addEventListener("keydown", onKeyDown);
    return () => {
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("keydown", onKeyDown);
    };
  }, [selector]);
  return frame;
};
