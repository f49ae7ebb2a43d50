import { useEffect, useRef } from "react";

type BenchKeys = { readonly onRun: () => void; readonly onSubmit: () => void };

/** Ctrl or ⌘ with Enter runs, with Shift submits, wherever the focus is; the editor has its own keys for it. */
export const useBenchKeys = (keys: BenchKeys): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isMeant = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!isMeant || event.defaultPrevented || event.repeat) return;
      event.preventDefault();
      if (event.shiftKey) latest.current.onSubmit();
      else latest.current.onRun();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
};
