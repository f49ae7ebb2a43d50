import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export type SearchParams = Readonly<Record<string, string>>;

/** The part of the address behind `?` as plain words: `?team=payments`, never JSON. */
export const parseSearch = (search: string): SearchParams =>
  Object.fromEntries(new URLSearchParams(search));

export const stringifySearch = (search: Readonly<Record<string, unknown>>): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "") params.set(key, String(value));
  }
  return params.size > 0 ? `?${params}` : "";
};

/**
 * Filters live in the address, so that they survive a reload and can be sent to somebody. An empty or absent
 * value removes its key. A change replaces the history entry unless `push` is set.
 */
export const useSearchParams = (): [
  SearchParams,
  (change: Readonly<Record<string, string | undefined>>, options?: { push?: boolean }) => void,
] => {
  const search: SearchParams = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: Readonly<Record<string, string | undefined>>, options: { push?: boolean } = {}) => {
      void navigate({
        to: ".",
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...next }),
        replace: options.push !== true,
      });
    },
    [navigate],
  );
  return [search, change];
};
