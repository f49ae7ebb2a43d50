import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

const oldestMajor = 24;

const upFrom = function* (folder) {
  for (let at = folder; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
};

export const isTooOld = (version) => Number.parseInt(version, 10) < oldestMajor;

/**
 * The Node that the project pins, which npm installs as a package; null when there is none or when it is
 * the one that asks, so that nothing is started for ever.
 */
export const findPinnedNode = (from) => {
  const platform = `node-${process.platform}-${process.arch}`;
  for (const folder of upFrom(from)) {
    const places = [
      join(folder, "node_modules", platform, "bin", "node"),
      join(folder, "node_modules", ".bin", "node"),
    ];
    const found = places.find((place) => existsSync(place));
    if (found) return realpathSync(found) === realpathSync(process.execPath) ? null : found;
  }
  return null;
};
