import { fail, ok, type Result } from "@checkride/rules/result";
import { transform } from "sucrase";

/** Kept line for line, so that an error's line is the learner's line. */
export const stripTypes = (path: string, text: string): Result<string, string> => {
  const refused = refusal(text);
  if (refused !== null) return fail(`${path}: ${refused}`);
  try {
    const { code } = transform(text, {
      transforms: ["typescript"],
      disableESTransforms: true,
      preserveDynamicImport: true,
      filePath: path,
    });
    return ok(code);
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return fail(`SyntaxError: ${withPlace(says.replace(/^Error transforming [^:]*: /, ""), path)}`);
  }
};

/** ` (2:1)` becomes the place that every other error of the sandbox carries. */
const withPlace = (says: string, path: string): string =>
  says.replace(/ \((\d+):\d+\)$/, (_, line: string) => ` @${path}:${line}`);

/** What the types' remover would drop or change without a word. Strings and comments are looked past. */
const refusal = (text: string): string | null => {
  const code = withoutWords(text);
  if (/(^|[;{}\n])[ \t]*(export\s+|declare\s+)*(namespace|module)\s+[\w.$]+\s*\{/.test(code)) {
    return "“namespace” is not supported here; use a module or an object.";
  }
  if (/(^|[;{}\n])[ \t]*export\s*=[^=]/.test(code)) {
    return "“export =” is not supported here; use “export”.";
  }
  if (/(^|[;{}\n)])[ \t]*@[\w$]+/.test(code)) {
    return "Decorators are not supported here; call the function instead.";
  }
  return null;
};

/** Blank out comments and quoted text. A rough reading is enough: it only chooses which sentence is said. */
const withoutWords = (text: string): string =>
  text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/g,
    (found) => found.replace(/[^\n]/g, " "),
  );
