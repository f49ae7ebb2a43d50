import type { EditorLanguage } from "../../../design/editor-languages.ts";

const languages: ReadonlyMap<string, EditorLanguage> = new Map([
  ["ts", "ts"],
  ["mts", "ts"],
  ["js", "js"],
  ["mjs", "js"],
  ["py", "python"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["json", "json"],
]);

/** What an editor speaks, by the ending of a file's name. */
export const languageOfPath = (path: string): EditorLanguage =>
  languages.get(/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "") ?? "text";

/** The file to begin with: the first that may be changed. */
export const firstFile = (
  files: readonly { readonly path: string; readonly mayEdit: boolean }[],
): string => (files.find(({ mayEdit }) => mayEdit) ?? files[0])?.path ?? "";
