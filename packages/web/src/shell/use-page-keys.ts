import { useEffect, useRef } from "react";
import { singleKeysOn } from "./use-shortcuts.ts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Single keys of one page, such as `n` for the next thing. Heard at the window, after the shell's own keys: what
 * those took, such as the second key of "g p", is not meant for the page.
 */
export const usePageKeys = (keys: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented);
      const act = latest.current[event.key];
      if (!isPlain || !act || !singleKeysOn() || isTyping(event.composedPath()[0] ?? null)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
};
