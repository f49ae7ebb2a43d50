import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type HostileProgram = { readonly name: string; readonly text: string };

/** Each begins with `=== what it tries`. */
export const readPrograms = (folder: "ts" | "python"): readonly HostileProgram[] => {
  const place = join(import.meta.dirname, folder);
  return readdirSync(place).flatMap((file) =>
    readFileSync(join(place, file), "utf8")
      .split(/^=== /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf("\n");
        const family = file.replace(/\.txt$/, "");
        return { name: `${family}: ${part.slice(0, end)}`, text: part.slice(end + 1) };
      }),
  );
};
