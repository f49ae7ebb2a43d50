import type { Exercise, ExerciseKind } from "@checkride/rules/exercise";
import type { Section } from "./curriculum.ts";
import type { PlacedExercise } from "./lesson/read-part.ts";
import { readParts, sections } from "./lesson/read-steps.ts";
import { parseBlocks } from "./markdown/parse.ts";
import { headingText, topBlocks } from "./markdown/top-blocks.ts";
import type { OpenPage } from "./read-page.ts";

export type SectionsReading = {
  readonly sections: readonly Section[];
  readonly exercises: readonly Exercise[];
};

/** Second-level headings with the prose below them; blocks are only allowed of some kinds. */
export const readSections = (
  { body, page, reading }: Pick<OpenPage<unknown>, "body" | "page" | "reading">,
  allowed: readonly ExerciseKind[],
): SectionsReading => {
  const found: Section[] = [];
  const exercises: PlacedExercise[] = [];
  for (const { heading, blocks } of sections(topBlocks(parseBlocks(body)))) {
    const parts = readParts(blocks, page, reading, exercises);
    const prose = parts.flatMap((part) => (part.kind === "prose" ? part.prose : []));
    if (heading === null) {
      const place = reading.placeOf("", blocks[0]?.first.map ?? null);
      page.desk.report(place, "this stands before the first heading", {
        cure: "begin a section above it: ## Its title",
      });
      continue;
    }
    for (const part of parts) {
      if (part.kind === "prose" || part.kind === "exercise") continue;
      const place = reading.placeOf(part.kind, heading.first.map);
      page.desk.report(place, `a \`${part.kind}\` block cannot stand in this section`, {
        cure: "link to it in the text",
      });
    }
    found.push({ title: headingText(heading), prose });
  }
  for (const { exercise, placeOf } of exercises) {
    if (allowed.includes(exercise.kind)) continue;
    page.desk.report(placeOf([]), `a \`${exercise.kind}\` exercise cannot stand here`, {
      cure: allowed.length === 0 ? "remove it" : `use ${allowed.join(" or ")}`,
    });
  }
  return { sections: found, exercises: exercises.map(({ exercise }) => exercise) };
};
