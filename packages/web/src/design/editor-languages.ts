import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { python } from "@codemirror/lang-python";
import { yaml } from "@codemirror/lang-yaml";
import { indentUnit } from "@codemirror/language";
import type { Extension } from "@codemirror/state";

export type EditorLanguage = "ts" | "js" | "python" | "yaml" | "json" | "text";

const twoSpaces = indentUnit.of("  ");

export const languageExtension = (language: EditorLanguage): Extension => {
  switch (language) {
    case "ts":
      return [javascript({ typescript: true }), twoSpaces];
    case "js":
      return [javascript(), twoSpaces];
    case "python":
      return [python(), indentUnit.of("    ")];
    case "yaml":
      return [yaml(), twoSpaces];
    case "json":
      return [json(), twoSpaces];
    case "text":
      return twoSpaces;
  }
};
