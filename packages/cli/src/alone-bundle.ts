const banner = [
  "#!/usr/bin/env node",
  // CommonJS packages inside an ES module still ask for `require`.
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
].join("\n");

/** How the one file is built: for pipelines and laptops, with a Node from 20.19 on and nothing beside it. */
export const aloneBundle = (outfile: string, version: string) => ({
  bundle: true,
  platform: "node" as const,
  target: "node20.19",
  format: "esm" as const,
  minify: true,
  logLevel: "warning" as const,
  legalComments: "none" as const,
  banner: { js: banner },
  define: { builtVersion: JSON.stringify(version) },
  entryPoints: ["packages/cli/src/alone.ts"],
  outfile,
});
