import type { Manifest } from "./service.ts";
import { sha256, signBlob, store } from "./tools.ts";

/** Runs in the build, after the tests have passed. */
export const signFolder = (model: string, version: number) => {
  const paths = store.list().filter((path) => !["manifest.json", "manifest.sig"].includes(path));
  const hashes = paths.map((path) => [path, sha256(store.read(path) ?? "")]);
  const manifest: Manifest = { model, version, files: Object.fromEntries(hashes) };
  const text = JSON.stringify(manifest);
  store.write("manifest.json", text);
  store.write("manifest.sig", signBlob(text));
};
