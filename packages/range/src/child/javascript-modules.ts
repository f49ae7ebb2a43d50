import { fail, ok, type Result } from "@checkride/rules/result";

const endings = ["", ".ts", ".js", "/index.ts"];

/** Where an import leads among the submission's own files; there is nothing else to import. */
export const resolveModule = (
  from: string,
  wanted: string,
  files: ReadonlyMap<string, string>,
): Result<string, string> => {
  if (!/^\.\.?\//.test(wanted)) {
    return fail(`There is no package "${wanted}" here: only files of this lab can be imported.`);
  }
  const parts = from.split("/").slice(0, -1);
  for (const part of wanted.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  const path = parts.join("/");
  const places = [...endings.map((ending) => path + ending), path.replace(/\.js$/, ".ts")];
  const found = places.find((place) => files.has(place));
  return found === undefined ? fail(`There is no file "${path}".`) : ok(found);
};
