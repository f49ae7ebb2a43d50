import type { LinkTarget } from "@checkride/rules/prose";
import type { PlacedLink } from "../desk.ts";
import { unknown } from "../read-files.ts";
import type { Sources } from "../read-sources.ts";
import type { FileFault, TextFile } from "../source-file.ts";
import { faultIn } from "../source-file.ts";

type Known = Readonly<Record<Exclude<LinkTarget["kind"], "web" | "source">, ReadonlySet<string>>>;

const knownIn = ({ terms, written }: Pick<Sources, "terms" | "written">): Known => ({
  term: new Set(terms.map(({ value }) => value.id)),
  lesson: written.lesson,
  lab: written.lab,
  case: written.case,
  document: written.document,
  module: written.module,
});

const none: ReadonlySet<string> = new Set();

/** The same for links of what is read by itself, such as a lab. */
export const checkPlacedLinks = (
  links: readonly (PlacedLink & { readonly source: TextFile })[],
  sources: Pick<Sources, "terms" | "written">,
): FileFault[] => {
  const known = knownIn(sources);
  return links.flatMap((link) => deadLinks(link.source, [link], known, none));
};

/** Every link inside the curriculum leads somewhere. */
export const checkLinks = (sources: Sources): FileFault[] => {
  const known = knownIn(sources);
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  return [
    ...[...sources.lessons.values()].flatMap(({ source, links, lesson }) =>
      deadLinks(source, links, known, idsOf(lesson.sources)),
    ),
    ...[...sources.cases.values()].flatMap(({ source, links, value }) =>
      deadLinks(source, links, known, idsOf(value.sources)),
    ),
    ...[...sources.kits.values()].flatMap(({ source, links }) =>
      deadLinks(source, links, known, none),
    ),
    ...sources.banks.flatMap(({ source, links }) => deadLinks(source, links, known, none)),
    ...checkPlacedLinks(sources.links, sources),
  ];
};

const deadLinks = (
  source: TextFile,
  links: readonly PlacedLink[],
  known: Known,
  ownSources: ReadonlySet<string>,
): FileFault[] =>
  links.flatMap(({ to, place }) => {
    if (to.kind === "web") return [];
    const ids = to.kind === "source" ? ownSources : known[to.kind];
    if (ids.has(to.id)) return [];
    const [says, more] = unknown(to.kind === "term" ? "word" : to.kind, to.id, ids);
    return [faultIn(source, place(), says, to.kind === "source" ? sourceCure(to.id, more) : more)];
  });

const sourceCure = <T extends { readonly meant?: string | null }>(id: string, more: T) =>
  more.meant ? more : { ...more, cure: `add \`${id}\` to \`sources\` in the front matter` };
