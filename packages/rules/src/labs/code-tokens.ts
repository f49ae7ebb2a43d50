const words =
  "and as async await break case catch class const continue def default del do elif else except export extends false finally for from function if import in instanceof is lambda let new none not null of or pass raise return self static super switch this throw true try type typeof undefined var void while with yield";
const keywords: ReadonlySet<string> = new Set(words.split(" "));

const hashComment = /#.*/;
const slashComment = /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/;
const text = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/;
const name = /[\p{L}_$][\p{L}\p{N}_$]*/u;
const rest = /\p{N}+(?:\.\p{N}+)?|[^\s\p{L}\p{N}_$]/u;

const lexer = (comment: RegExp): RegExp =>
  new RegExp([comment, text, name, rest].map(({ source }) => `(${source})`).join("|"), "gu");

const slashes = lexer(slashComment);
const hashes = lexer(hashComment);

/** Files of these languages begin a comment with two slashes; all others with a number sign. */
const hasSlashes = (path: string): boolean => /\.(?:[cm]?[jt]sx?|json|css)$/.test(path);

export type Token = { readonly kind: "name" | "other"; readonly text: string };

/** What a program is made of, without comments and white space. Whatever is no program falls into signs and words. */
export const codeTokens = (path: string, source: string): readonly Token[] =>
  [...source.matchAll(hasSlashes(path) ? slashes : hashes)].flatMap(
    ([whole, comment, , found]): readonly Token[] => {
      if (comment !== undefined) return [];
      const isName = found !== undefined && !keywords.has(whole.toLowerCase());
      return [{ kind: isName ? "name" : "other", text: whole }];
    },
  );

/** The same program, however it is laid out and whatever is said beside it. */
export const isSameProgram = (path: string, one: string, other: string): boolean => {
  const [a, b] = [codeTokens(path, one), codeTokens(path, other)];
  return a.length === b.length && a.every((token, at) => token.text === b[at]?.text);
};
