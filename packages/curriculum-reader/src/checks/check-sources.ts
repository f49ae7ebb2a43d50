import type { PlacedLink } from "../desk.ts";
import type { Path, Place } from "../fault.ts";
import { webFault } from "../markdown/link-target.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault, TextFile } from "../source-file.ts";
import { faultIn } from "../source-file.ts";

type Sourced = {
  readonly source: TextFile;
  readonly placeOf: (path: Path) => Place;
  readonly links: readonly PlacedLink[];
  readonly noun: string;
  readonly list: readonly { readonly id: string; readonly url: string }[];
  /** There is text that could need a source. */
  readonly isWritten: boolean;
};

/** Facts can be checked: there are sources, each is used, each can be opened. */
export const checkSources = (sources: Sources): FileFault[] => [
  ...[...sources.lessons.values()].flatMap(({ lesson, ...file }) =>
    checkSourced({
      ...file,
      noun: "lesson",
      list: lesson.sources,
      isWritten: lesson.steps.length > 0,
    }),
  ),
  ...[...sources.cases.values()].flatMap(({ value, ...file }) =>
    checkSourced({ ...file, noun: "case", list: value.sources, isWritten: true }),
  ),
  ...sources.banks.flatMap(({ items }) => items.flatMap(checkItem)),
];

const checkSourced = (file: Sourced): FileFault[] => {
  const { source, placeOf, links, noun, list, isWritten } = file;
  if (list.length === 0) {
    if (!isWritten) return [];
    const cure = "add `sources` to the front matter, each with `title` and `url`";
    return [faultIn(source, placeOf(["sources"]), `the ${noun} names no source`, { cure })];
  }
  const used = new Set(links.flatMap(({ to }) => (to.kind === "source" ? [to.id] : [])));
  return list.flatMap(({ id, url }) => {
    const wrong = webFault(url);
    if (wrong !== null) {
      const at = placeOf(["sources", id, "url"]);
      return [faultIn(source, at, wrong.says, { cure: wrong.cure })];
    }
    if (used.has(id) || noun === "case") return [];
    const says = `no sentence names the source \`${id}\``;
    const cure = `link to it where it supports a fact: [who says so](source:${id})`;
    return [faultIn(source, placeOf(["sources", id]), says, { severity: "warning", cure })];
  });
};

const checkItem = ({
  item,
  source,
  placeOf,
}: Sources["banks"][number]["items"][number]): FileFault[] => {
  if (item.sources.length === 0) {
    const says = `the question \`${item.id}\` names no source`;
    return [
      faultIn(source, placeOf(["sources"]), says, { cure: "add one with `title` and `url`" }),
    ];
  }
  return item.sources.flatMap(({ url }, index) => {
    const wrong = webFault(url);
    if (wrong === null) return [];
    return [faultIn(source, placeOf(["sources", index, "url"]), wrong.says, { cure: wrong.cure })];
  });
};
