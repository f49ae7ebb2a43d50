import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The first of these places that exists: beside the one built file, or in the checkout. */
const firstOf = (built: string, checkout: string): string => {
  const path = fileURLToPath(new URL(built, import.meta.url));
  return existsSync(path) ? path : fileURLToPath(new URL(checkout, import.meta.url));
};

export const migrationsFolder = (): string => firstOf("./migrations", "../../migrations");

export const fontsFolder = (): string => firstOf("./fonts", "../../fonts");

export const curriculumFolder = (): string => firstOf("../curriculum", "../../../../curriculum");

export const webFolder = (): string => firstOf("./web", "../../../../dist/web");

export const problemsFolder = (): string =>
  firstOf("../docs/problems", "../../../../docs/problems");
