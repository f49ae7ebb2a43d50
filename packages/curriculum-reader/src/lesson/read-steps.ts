import type { Step, StepPart } from "@checkride/rules/lesson";
import type { Place } from "../fault.ts";
import { parseBlocks } from "../markdown/parse.ts";
import type { Reading } from "../markdown/read-line.ts";
import { proseOf } from "../markdown/read-prose.ts";
import type { TopBlock } from "../markdown/top-blocks.ts";
import { headingText, topBlocks } from "../markdown/top-blocks.ts";
import type { Page, PlacedExercise } from "./read-part.ts";
import { readPart } from "./read-part.ts";
import { readStepHeading } from "./step-heading.ts";

export type StepsReading = {
  readonly steps: readonly Step[];
  readonly stepPlaces: readonly Place[];
  readonly exercises: readonly PlacedExercise[];
};

/** The body of a lesson: every second-level heading begins a step. */
export const readSteps = (body: string, page: Page, placeOf: Reading["placeOf"]): StepsReading => {
  const reading: Reading = { ...page.desk, placeOf };
  const steps: Step[] = [];
  const stepPlaces: Place[] = [];
  const exercises: PlacedExercise[] = [];
  for (const { heading, blocks } of sections(topBlocks(parseBlocks(body)))) {
    const parts = readParts(blocks, page, reading, exercises);
    if (heading === null) {
      const first = blocks[0]?.first.map ?? null;
      page.desk.report(placeOf("", first), "this stands before the first step", {
        cure: "begin a step above it: ## Know: its title (3 min)",
      });
      continue;
    }
    const lines = heading.first.map;
    const read = readStepHeading(headingText(heading), (words, says, more) =>
      page.desk.report(placeOf(words, lines), says, more),
    );
    if (read === null) continue;
    steps.push({ id: `s${steps.length + 1}`, ...read, parts });
    stepPlaces.push(placeOf(headingText(heading), lines));
  }
  reportTwins(exercises, page);
  return { steps, stepPlaces, exercises };
};

type Section = { readonly heading: TopBlock | null; readonly blocks: readonly TopBlock[] };

export const sections = (blocks: readonly TopBlock[]): readonly Section[] => {
  const found: { heading: TopBlock | null; blocks: TopBlock[] }[] = [];
  for (const block of blocks) {
    if (block.first.type === "heading_open" && block.first.tag === "h2") {
      found.push({ heading: block, blocks: [] });
    } else {
      if (found.length === 0) found.push({ heading: null, blocks: [] });
      found.at(-1)?.blocks.push(block);
    }
  }
  return found;
};

/** Prose and blocks in turn; neighbouring prose is one part. */
export const readParts = (
  blocks: readonly TopBlock[],
  page: Page,
  reading: Reading,
  exercises: PlacedExercise[],
): readonly StepPart[] => {
  const parts: StepPart[] = [];
  let prose: TopBlock["tokens"] = [];
  const endProse = (): void => {
    if (prose.length > 0) parts.push({ kind: "prose", prose: proseOf(prose, reading) });
    prose = [];
  };
  for (const { first, tokens } of blocks) {
    const read = first.type === "fence" ? readPart(first, page) : null;
    if (read === null) {
      prose = [...prose, ...tokens];
      continue;
    }
    endProse();
    if (read.part !== null) parts.push(read.part);
    if (read.exercise !== null) exercises.push(read.exercise);
  }
  endProse();
  return parts;
};

const reportTwins = (exercises: readonly PlacedExercise[], { desk }: Page): void => {
  exercises.forEach(({ exercise: { id }, placeOf }, index) => {
    if (exercises.findIndex((other) => other.exercise.id === id) === index) return;
    desk.report(placeOf(["id"]), `the id \`${id}\` is there twice in this file`, {
      cure: "give this exercise another id",
    });
  });
};
