import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Marks modules of labs, and tells one version of them from the next in a process that runs on. */
const mark = "lab-version";

let isHooked = false;

/**
 * What a lab imports of ours is found from here, wherever its folder lies; what it imports of its own has its version.
 */
const hook = (): void => {
  if (isHooked) return;
  isHooked = true;
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier.startsWith("@checkride/")) {
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
      const { parentURL } = context;
      const version = parentURL?.includes(mark) ? new URL(parentURL).searchParams.get(mark) : null;
      const found = next(specifier, context);
      if (version === null || !specifier.startsWith(".")) return found;
      const url = new URL(found.url);
      url.searchParams.set(mark, version);
      return { ...found, url: url.href };
    },
  });
};

/** It runs here, with all rights. */
export const importModule = async (
  folder: string,
  path: string,
  version: string,
): Promise<ReadonlyMap<string, unknown>> => {
  hook();
  const url = pathToFileURL(join(folder, path));
  url.searchParams.set(mark, version);
  const module: object = await import(/* @vite-ignore */ url.href);
  return new Map(Object.entries(module));
};
