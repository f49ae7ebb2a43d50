import type { Submission } from "./submission.ts";

/** ` @main.ts:12`, as the code inside marks it, in words, counted in the learner's own lines. */
export const sayPlace = (says: string, submission: Submission): string =>
  says.replace(/ @([\w./-]+):(\d+)$/, (_whole, path: string, line: string) => {
    const before = linesBefore(path, submission);
    if (!submission.files.some((file) => file.path === path)) return "";
    if (Number(line) <= before) return " (before your code)";
    const place = `line ${Number(line) - before}`;
    return submission.files.length === 1 ? ` (${place})` : ` (${path}, ${place})`;
  });

/** Python runs what stands before on its own; in TypeScript it is the head of the same file. */
const linesBefore = (path: string, { language, entry, before }: Submission): number =>
  language === "ts" && path === entry && before ? before.split("\n").length : 0;
