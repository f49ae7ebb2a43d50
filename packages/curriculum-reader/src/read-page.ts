import type { z } from "zod";
import type { Desk, PlacedLink } from "./desk.ts";
import { openDesk } from "./desk.ts";
import type { Path, Place } from "./fault.ts";
import { firstPlace } from "./fault.ts";
import type { Page } from "./lesson/read-part.ts";
import { bodyPlaces } from "./markdown/body-places.ts";
import { splitFrontMatter } from "./markdown/front-matter.ts";
import type { Reading } from "./markdown/read-line.ts";
import { readBlock, readShape } from "./read-block.ts";
import type { FileFault, TextFile } from "./source-file.ts";

/** A Markdown file with front matter of a known shape, its body not yet read. */
export type OpenPage<T> = {
  readonly desk: Desk;
  /** Null where the front matter is wrong, which was reported. */
  readonly shape: T | null;
  readonly body: string;
  readonly page: Page;
  readonly reading: Reading;
  /** A place in the front matter. */
  readonly placeOf: (path: Path) => Place;
};

/** What was read of a file, with what is needed to say later where something stands. */
export type PageFile<T> = {
  readonly source: TextFile;
  readonly value: T;
  readonly links: readonly PlacedLink[];
  readonly placeOf: (path: Path) => Place;
};

export type PagesReading<T> = {
  readonly files: ReadonlyMap<string, PageFile<T>>;
  readonly faults: readonly FileFault[];
};

export const openPage = <T>(
  source: TextFile,
  schema: z.ZodType<T>,
  beside: ReadonlyMap<string, string>,
): OpenPage<T> => {
  const desk = openDesk(source);
  const front = splitFrontMatter(source.text);
  if (front === null) {
    desk.report(firstPlace, "the file does not begin with front matter", {
      cure: "begin it with a line of ---, then keys such as id and title, then --- again",
    });
  }
  const { body, bodyLine } = front ?? { body: source.text, bodyLine: 1 };
  const block = readBlock(front?.yaml ?? "", { line: front?.yamlLine ?? 1, column: 1 }, desk);
  const placed = bodyPlaces(body, bodyLine);
  return {
    desk,
    shape: front === null ? null : readShape(schema, block, desk),
    body,
    page: { desk, bodyLine, rows: body.split("\n"), beside },
    reading: { ...desk, placeOf: placed },
    placeOf: (path) => block.placeOf(path),
  };
};
