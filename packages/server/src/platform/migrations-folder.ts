import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Beside the sources in a checkout, beside the one file when built. */
export const migrationsFolder = (): string => {
  const built = fileURLToPath(new URL("./migrations", import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL("../../migrations", import.meta.url));
};
