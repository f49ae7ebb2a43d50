import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { keepingBundles, programBundle, programFileIn } from "./program/bundles.ts";
import { keepBeside } from "./program/keep-beside.ts";
import type { Language } from "./submission.ts";

export type TestProgram = { readonly file: string; readonly remove: () => Promise<void> };

/**
 * As it is built for a release: tests attack what is delivered, and every process starts twice as fast. What is kept beside
 * it is made for those languages only, because it takes seconds.
 */
export const buildTestProgram = async (quickIn: readonly Language[] = []): Promise<TestProgram> => {
  const folder = await mkdtemp(join(tmpdir(), "range-"));
  const kept = quickIn.length > 0 ? keepingBundles(folder) : [];
  await Promise.all([programBundle(folder), ...kept].map((options) => build(options)));
  if (quickIn.length > 0) await keepBeside(folder, quickIn);
  const remove = () => rm(folder, { recursive: true, force: true });
  return { file: programFileIn(folder), remove };
};
