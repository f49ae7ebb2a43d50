import { sha256, signBlob, store } from "./tools.ts";

const isOwn = (path: string) => path === "manifest.json" || path === "manifest.sig";

export function signFolder(model: string, version: number) {
  const files = store
    .list()
    .filter((path) => !isOwn(path))
    .reduce<Record<string, string>>((all, path) => ({ ...all, [path]: sha256(String(store.read(path))) }), {});
  const manifest = JSON.stringify({ version, files, model }, null, "\t");
  store.write("manifest.json", manifest);
  store.write("manifest.sig", signBlob(manifest));
}
