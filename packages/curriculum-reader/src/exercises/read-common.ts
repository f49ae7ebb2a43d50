import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Exercise, Exhibit } from "@checkride/rules/exercise";
import type { ExerciseDesk } from "./exercise-desk.ts";
import type { CommonShape } from "./shapes.ts";

type Common = Pick<Exercise, "id" | "ask" | "exhibit" | "close">;

export const readCommon = (shape: CommonShape, desk: ExerciseDesk): Common => ({
  id: shape.id,
  ask: desk.rich(shape.ask, ["ask"]),
  exhibit: shape.show === undefined ? null : readExhibit(shape.show, desk),
  close: shape.close === undefined ? null : desk.rich(shape.close, ["close"]),
});

const readExhibit = (
  { title, language, text, file }: NonNullable<CommonShape["show"]>,
  desk: ExerciseDesk,
): Exhibit => {
  if (text !== undefined && file !== undefined) {
    desk.report(["show", "file"], "`show` has both `text` and `file`", { cure: "remove one" });
  }
  if (text === undefined && file === undefined) {
    desk.report(["show"], "`show` shows nothing", { cure: "give it `text` or `file`" });
  }
  const shown = text ?? (file === undefined ? "" : readBeside(file, desk));
  return { title: title ?? null, language, text: shown.replace(/\n+$/, "") };
};

const readBeside = (file: string, desk: ExerciseDesk): string => {
  const found = desk.beside(file);
  if (found !== null) return found;
  const meant = didYouMean(file, desk.besideNames);
  const cure = meant === null ? "put the file beside this one" : `write ${meant}`;
  desk.report(["show", "file"], `there is no file \`${file}\` beside this one`, { meant, cure });
  return "";
};
