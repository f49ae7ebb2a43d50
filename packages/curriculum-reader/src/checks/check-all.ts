import type { Catalogue } from "../catalogue.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault } from "../source-file.ts";
import { checkCatalogue } from "./check-catalogue.ts";
import { checkKeys } from "./check-keys.ts";
import { checkLessons } from "./check-lessons.ts";
import { checkLinks } from "./check-links.ts";
import { checkNames } from "./check-names.ts";
import { checkReviewDates } from "./check-reviews.ts";
import { checkSources } from "./check-sources.ts";

/** What no single file can know. */
export const checkAll = (sources: Sources, catalogue: Catalogue): FileFault[] => [
  ...checkCatalogue(sources, catalogue),
  ...checkNames(sources, catalogue),
  ...checkLinks(sources),
  ...checkSources(sources),
  ...checkLessons(sources),
  ...checkKeys(sources),
  ...checkReviewDates(sources),
];
