import { useEffect, useRef } from "react";
import { type KeyMemory, readShortcut, type Shortcut } from "./shortcuts.ts";

const key = "checkride-single-keys";

export const singleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
};

export const setSingleKeys = (on: boolean): void => {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  } catch {
    // Without storage the shortcuts stay as they are.
  }
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export const useShortcuts = (onShortcut: (shortcut: Shortcut) => void): void => {
  const memory = useRef<KeyMemory>(null);
  const handler = useRef(onShortcut);
  handler.current = onShortcut;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      // Shift changes which letter is meant; on its own it is not part of a shortcut.
      if (event.key === "Shift") return;
      const path = event.composedPath()[0] ?? null;
      const read = readShortcut(
        memory.current,
        {
          key: event.key,
          atMs: event.timeStamp,
          withCommand: event.metaKey || event.ctrlKey,
          withOther: event.altKey,
          isTyping: isTyping(path),
        },
        singleKeysOn(),
      );
      memory.current = read.memory;
      if (read.shortcut === null) return;
      event.preventDefault();
      handler.current(read.shortcut);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
};
