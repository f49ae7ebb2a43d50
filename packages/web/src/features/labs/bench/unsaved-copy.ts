import { type FileText, sameFiles, type Version } from "./draft.ts";

const keyOf = (workspace: string): string => `checkride-lab-${workspace}`;

const isFile = (value: unknown): value is FileText =>
  typeof value === "object" &&
  value !== null &&
  "path" in value &&
  "text" in value &&
  typeof value.path === "string" &&
  typeof value.text === "string";

const isVersion = (value: unknown): value is Version =>
  typeof value === "object" &&
  value !== null &&
  "revision" in value &&
  "files" in value &&
  typeof value.revision === "number" &&
  Array.isArray(value.files) &&
  value.files.every(isFile);

/** What was written in this browser and never reached the server, with the revision that it stands on. */
export const readCopy = (storage: Pick<Storage, "getItem">, workspace: string): Version | null => {
  try {
    const value: unknown = JSON.parse(storage.getItem(keyOf(workspace)) ?? "null");
    return isVersion(value) ? value : null;
  } catch {
    return null;
  }
};

export const keepCopy = (
  storage: Pick<Storage, "setItem">,
  workspace: string,
  version: Version,
): void => {
  try {
    storage.setItem(keyOf(workspace), JSON.stringify(version));
  } catch {
    // Without storage the text lasts as long as the page.
  }
};

export const dropCopy = (storage: Pick<Storage, "removeItem">, workspace: string): void => {
  try {
    storage.removeItem(keyOf(workspace));
  } catch {
    // Nothing was kept there either.
  }
};

/** What a copy is good for: nothing new, going on where one was, or a choice between two versions. */
export const worthOf = (copy: Version | null, server: Version): "nothing" | "go-on" | "choose" => {
  const paths = server.files.map(({ path }) => path);
  if (copy === null || sameFiles(copy.files, server.files)) return "nothing";
  if (copy.files.length !== paths.length || !copy.files.every(({ path }) => paths.includes(path))) {
    return "nothing";
  }
  return copy.revision === server.revision ? "go-on" : "choose";
};
