import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Exercise } from "@checkride/rules/exercise";
import type { Section } from "../curriculum.ts";
import type { PlacedLink } from "../desk.ts";
import { openDesk } from "../desk.ts";
import { firstPlace } from "../fault.ts";
import { bodyPlaces } from "../markdown/body-places.ts";
import { readSections } from "../read-sections.ts";
import type { FileFault, TextFile } from "../source-file.ts";

export type LabPage = {
  readonly sections: readonly Section[];
  readonly exercises: readonly Exercise[];
  readonly links: readonly PlacedLink[];
  readonly faults: readonly FileFault[];
};

const wantedInDebrief = ["One question", "The model solution", "What this does not cover"];

export const readBrief = (source: TextFile): LabPage => {
  const page = readPage(source, []);
  if (page.sections.length > 0) return page;
  const desk = openDesk(source);
  desk.report(firstPlace, "the task has no section", { cure: "begin one: ## What happened" });
  return { ...page, faults: [...page.faults, ...desk.faults] };
};

/** What everybody should have thought about before the lab counts as done. */
export const readDebrief = (source: TextFile): LabPage => {
  const page = readPage(source, ["choose", "write"]);
  const desk = openDesk(source);
  const titles = page.sections.map(({ title }) => title);
  for (const wanted of wantedInDebrief.filter((one) => !titles.includes(one))) {
    const meant = didYouMean(wanted, titles);
    const place = meant === null ? firstPlace : bodyPlaces(source.text, 1)(`## ${meant}`, null);
    desk.report(place, `the section “${wanted}” is missing`, {
      cure: meant === null ? `add it: ## ${wanted}` : `write ## ${wanted}`,
    });
  }
  if (page.exercises.length !== 1) {
    desk.report(firstPlace, `the debrief asks ${page.exercises.length} questions, not one`, {
      cure: "put exactly one `choose` or `write` block under ## One question",
    });
  }
  return { ...page, faults: [...page.faults, ...desk.faults] };
};

const readPage = (source: TextFile, allowed: readonly ("choose" | "write")[]): LabPage => {
  const desk = openDesk(source);
  const opened = {
    body: source.text,
    page: { desk, bodyLine: 1, rows: source.text.split("\n"), beside: new Map<string, string>() },
    reading: { ...desk, placeOf: bodyPlaces(source.text, 1) },
  };
  const { sections, exercises } = readSections(opened, allowed);
  return { sections, exercises, links: desk.links, faults: desk.faults };
};
