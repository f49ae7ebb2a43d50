import type { SourceFile } from "../../submission.ts";
import type { Cheat } from "../open-lab.ts";

const deep = 2_000;

/** Files that must fail every lab: nothing in them, or the right words in the wrong places. */
export const filesCheats = (
  start: readonly SourceFile[],
  reference: readonly SourceFile[],
): readonly Cheat[] => {
  const inEach = (name: string, text: (began: string, right: string) => string): Cheat => ({
    name,
    files: start.map((file) => ({
      path: file.path,
      text: text(file.text, reference.find(({ path }) => path === file.path)?.text ?? ""),
    })),
  });
  return [
    inEach("empty files", () => ""),
    inEach("files of comments", (_, right) => commented(right)),
    inEach("the start with the solution as a comment", (began, right) => began + commented(right)),
    inEach(
      "the solution as a comment before the start",
      (began, right) => commented(right) + began,
    ),
    inEach("the start behind the solution", (began, right) => `${right}\n${began}`),
    inEach("the solution behind the start", (began, right) => `${began}\n${right}`),
    inEach("the start as one more document", (began, right) => `${right}\n---\n${began}`),
    inEach("nothing as YAML and JSON", () => "{}\n"),
    inEach("brackets without an end", () => "[".repeat(deep)),
    inEach("nested mappings", () => "{a: ".repeat(deep)),
    inEach("indentation without an end", (_, right) => `${right}\nx:\n${staircase}`),
    inEach("aliases that unfold", (_, right) => `${bomb}${right}`),
    inEach("a key that is an object's own", (_, right) => `${right}\n__proto__: {}\n`),
    inEach("far too long", (_, right) => `${right}\n${"# \n".repeat(deep * 5)}`),
  ];
};

const commented = (text: string): string => `\n${text.replace(/^/gm, "# ")}\n`;

const staircase = Array.from({ length: 120 }, (_, at) => `${" ".repeat(at + 1)}x:\n`).join("");

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
`;
