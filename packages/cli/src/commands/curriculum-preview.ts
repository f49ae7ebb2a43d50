import { join, resolve } from "node:path";
import { readCurriculum } from "@checkride/curriculum-reader/read-curriculum";
import { didYouMean } from "@checkride/rules/did-you-mean";
import type { RunCommand } from "../command.ts";
import { textOf } from "../option-values.ts";
import { done, misuse } from "../outcome.ts";
import { servePreview } from "../preview/serve-preview.ts";
import { withSandbox } from "../run-exercises.ts";
import { foldersOf, isFolder, shownPath } from "./curriculum-check.ts";

export const curriculumPreview: RunCommand = async (order, shell) => {
  const [lesson = ""] = order.positionals;
  const port = Number(textOf(order.values, "port") ?? "0");
  if (!(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    return misuse("--port wants a number from 0 to 65535; 0 takes any that is free.");
  }
  const own = textOf(order.values, "curriculum") ?? folderOfFile(lesson);
  if (own !== null && !(await isFolder(own))) return misuse(`${own} is no folder.`);
  const folders = foldersOf(join(shell.root, "curriculum"), own);
  const found = await findLesson(folders, lesson);
  if (!found.ok) return misuse(found.says);
  return withSandbox(async (runCode) => {
    const preview = await servePreview({ folders, path: found.path, port, runCode });
    shell.note(`${shownPath(found.path)} is shown at ${preview.url} (Ctrl-C ends it)`);
    await shell.untilStopped();
    await preview.close();
    return done([], { url: preview.url });
  });
};

/** `our-curriculum/modules/m01/m01-1.md` lies in `our-curriculum`. */
const folderOfFile = (written: string): string | null =>
  /^(.*)[\\/]modules[\\/][^\\/]+[\\/][^\\/]+\.md$/.exec(resolve(written))?.[1] ?? null;

type Found =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly says: string };

const findLesson = async (folders: readonly string[], written: string): Promise<Found> => {
  const { sources } = await readCurriculum(folders);
  if (/\.md$/.test(written)) {
    return folderOfFile(written) === null
      ? { ok: false, says: `${written} is no lesson: lessons lie in modules/<module>/.` }
      : { ok: true, path: resolve(written) };
  }
  const path = sources.lessons.get(written)?.source.path;
  if (path !== undefined) return { ok: true, path };
  const meant = didYouMean(written, sources.lessons.keys());
  const question = meant === null ? "" : ` Did you mean ${meant}?`;
  return { ok: false, says: `There is no lesson ${written}.${question}` };
};
