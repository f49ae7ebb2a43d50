import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const own = new URL("./import-module.ts", import.meta.url).href;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-modules-"));
  await writeFile(
    join(folder, "ours.ts"),
    `import { changeOf } from "@checkride/range/kit/change";
export const says = changeOf("a", "ts", ["+one"]).file.path;
`,
  );
  await writeFile(join(folder, "checks.ts"), `export { says } from "./beside.ts";\n`);
  // A process of its own: the test runner has another loader than the product.
  await writeFile(
    join(folder, "main.ts"),
    `import { writeFileSync } from "node:fs";
import { importModule } from ${JSON.stringify(own)};
const folder = ${JSON.stringify(folder)};
const write = (says: string) =>
  writeFileSync(folder + "/beside.ts", "export const says = " + JSON.stringify(says) + ";");
const says = async (path: string, version: string) =>
  (await importModule(folder, path, version)).get("says");
write("old");
const seen = [await says("ours.ts", "1"), await says("checks.ts", "1")];
write("new");
seen.push(await says("checks.ts", "1"), await says("checks.ts", "2"));
console.log(JSON.stringify(seen));
`,
  );
});
afterAll(() => rm(folder, { recursive: true }));

it("finds what we offer wherever a lab lies, and reads all of it anew in another version", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "main.ts")]);
  expect(JSON.parse(stdout)).toEqual(["a", "old", "old", "new"]);
});
