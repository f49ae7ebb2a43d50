import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

export type TestProgram = { readonly file: string; readonly remove: () => Promise<void> };

/** As it is built for a release: tests attack what is delivered, and every process starts twice as fast. */
export const buildTestProgram = async (): Promise<TestProgram> => {
  const folder = await mkdtemp(join(tmpdir(), "range-"));
  await build({
    entryPoints: { "range-child": join(import.meta.dirname, "child/main.ts") },
    bundle: true,
    platform: "node",
    format: "esm",
    outdir: folder,
    logLevel: "silent",
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
  });
  const remove = () => rm(folder, { recursive: true, force: true });
  return { file: join(folder, "range-child.js"), remove };
};
