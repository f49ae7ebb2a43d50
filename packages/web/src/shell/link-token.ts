import { useSyncExternalStore } from "react";

/** The secret of a one-time link, as it comes in an address: `#link=<token>`. */
export const readLinkToken = (hash: string): string | null => {
  const token = new URLSearchParams(hash.replace(/^#/, "")).get("link");
  return token === null || token === "" ? null : token;
};

let token: string | null = null;
const listeners = new Set<() => void>();

const setToken = (next: string | null): void => {
  token = next;
  for (const listener of listeners) listener();
};

/** Moves a token out of the address bar into memory, so that neither history nor a shared screen keeps it. */
const takeLinkToken = (): void => {
  const found = readLinkToken(window.location.hash);
  if (found === null) return;
  window.history.replaceState(window.history.state, "", window.location.pathname);
  setToken(found);
};

/** Before anything else looks at the address, and whenever a link is pasted into an open page. */
export const watchForLinks = (): void => {
  takeLinkToken();
  window.addEventListener("hashchange", takeLinkToken);
};

export const dropLinkToken = (): void => setToken(null);

export const useLinkToken = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => token,
  );
