import { join } from "node:path";

const child = join(import.meta.dirname, "../child");

const shared = {
  bundle: true,
  platform: "node",
  target: "node24",
  // Read anew by every process that starts from it: half the size is some milliseconds of each verdict.
  minify: true,
  legalComments: "none",
  logLevel: "warning",
} as const;

const asModule = {
  format: "esm",
  // CommonJS packages inside an ES module still ask for `require`.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
} as const;

export const programFileIn = (folder: string): string => join(folder, "range-child.js");

/** What runs in the sandbox process: one file, so that the process may read nothing else. For esbuild. */
export const programBundle = (folder: string) => ({
  ...shared,
  ...asModule,
  entryPoints: [join(child, "main.ts")],
  outfile: programFileIn(folder),
});

export const imageScriptIn = (folder: string): string => join(folder, "range-image.cjs");
export const compileScriptIn = (folder: string): string => join(folder, "range-compile.mjs");

/** What is needed only until everything that is kept has been made. */
export const keepingBundles = (folder: string) => [
  {
    ...shared,
    format: "cjs" as const,
    entryPoints: [join(child, "main.ts")],
    outfile: imageScriptIn(folder),
  },
  {
    ...shared,
    ...asModule,
    entryPoints: [join(child, "compile.ts")],
    outfile: compileScriptIn(folder),
  },
];
