import { type RefObject, useEffect, useRef } from "react";

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Arrow keys go from the link of one row to that of the next; Tab and Enter stay what they are. */
export const useRowKeys = <E extends HTMLElement>(): RefObject<E | null> => {
  const frame = useRef<E>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const links = [...element.querySelectorAll<HTMLElement>("tbody th a")];
      const at = event.target instanceof HTMLElement ? links.indexOf(event.target) : -1;
      const move = moves[event.key];
      if (at < 0 || !move || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      links[move(at, links.length - 1)]?.focus();
    };
    element.addEventListener("keydown", onKeyDown);
    return () => element.removeEventListener("keydown", onKeyDown);
  }, []);
  return frame;
};
