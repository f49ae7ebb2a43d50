import { useSyncExternalStore } from "react";

/**
 * The one-time link that is left of a removed demo. Kept apart from every page: whoever removed it is signed
 * out by that, and any answer that is still on its way would take the page and the only way in with it.
 */
let link: string | null = null;
const listeners = new Set<() => void>();

export const keepFirstOwnerLink = (url: string): void => {
  link = url;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useFirstOwnerLink = (): string | null => useSyncExternalStore(subscribe, () => link);
