import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { curriculumJsonSchemas } from "@checkride/curriculum-reader/json-schemas";
import type { RunCommand } from "../command.ts";
import { done, misuse } from "../outcome.ts";
import { isFolder } from "./curriculum-check.ts";

export const curriculumSchema: RunCommand = async (order) => {
  const [folder = ""] = order.positionals;
  if (!(await isFolder(folder))) return misuse(`${folder} is no folder.`);
  const files: string[] = [];
  for (const [name, schema] of curriculumJsonSchemas()) {
    const path = join(folder, name);
    await writeFile(path, `${JSON.stringify(schema, null, 2)}\n`);
    files.push(path);
  }
  return done(files, { files });
};
