import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { productVersion } from "./product-version.ts";

it("the program states the version of its package", () => {
  const path = new URL("../../../../package.json", import.meta.url);
  const manifest: { version: string } = JSON.parse(readFileSync(path, "utf8"));
  expect(productVersion).toBe(manifest.version);
});
