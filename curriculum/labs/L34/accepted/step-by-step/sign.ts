import { sha256, signBlob, store } from "./tools.ts";

export const signFolder = async (model: string, version: number) => {
  const files: Record<string, string> = {};
  for (const path of [...store.list()].sort()) {
    if (path === "manifest.json" || path === "manifest.sig") continue;
    files[path] = sha256(store.read(path)!);
  }
  const manifest = `${JSON.stringify({ files, version, model }, null, 2)}\n`;
  store.write("manifest.sig", signBlob(manifest));
  store.write("manifest.json", manifest);
};
