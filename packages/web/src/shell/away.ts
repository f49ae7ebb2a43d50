import { useSyncExternalStore } from "react";

/** Whether the server, or the database behind it, was out of reach when last asked. */
let away = false;
const listeners = new Set<() => void>();

export const setAway = (next: boolean): void => {
  if (next === away) return;
  away = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAway = (): boolean => useSyncExternalStore(subscribe, () => away);
