import type { SourceFile } from "../../submission.ts";

/** Why these files are not what this lab takes; null: they are. */
export const refusalOf = (edit: readonly string[], files: readonly SourceFile[]): string | null => {
  const paths = files.map(({ path }) => path);
  const foreign = paths.find((path) => !edit.includes(path));
  if (foreign !== undefined) return `${foreign} cannot be changed in this lab.`;
  return new Set(paths).size === paths.length ? null : "A file was handed in twice.";
};

/** What is read-only comes from the lab, whatever was sent. */
export const withStart = (
  start: readonly SourceFile[],
  edit: readonly string[],
  files: readonly SourceFile[],
): readonly SourceFile[] =>
  start.map((file) =>
    edit.includes(file.path) ? (files.find(({ path }) => path === file.path) ?? file) : file,
  );
