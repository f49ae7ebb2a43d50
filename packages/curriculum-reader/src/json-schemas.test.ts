import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { curriculumJsonSchemas } from "./json-schemas.ts";

const folder = new URL("../../../curriculum/", import.meta.url);
const how = "write them anew: checkride curriculum schema curriculum";

it.each([...curriculumJsonSchemas()])("the published %s is up to date", async (name, schema) => {
  const published: unknown = JSON.parse(await readFile(new URL(name, folder), "utf8"));
  expect(published, how).toEqual(JSON.parse(JSON.stringify(schema)));
});
