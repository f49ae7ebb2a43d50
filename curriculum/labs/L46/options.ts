import type { Draw } from "@checkride/range/draw";
import type { Choice } from "@checkride/range/kit/answered-lab";
import type { Window } from "./jobs.ts";
import type { Release } from "./releases.ts";
import type { Secret } from "./secrets.ts";

export type Question = "block" | "what" | "secret" | "release" | "installs" | "newest" | "tokens";

type Place = {
  readonly window: Window;
  readonly secrets: readonly Secret[];
  readonly releases: readonly Release[];
};

const named = (texts: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(texts).map(([id, text]) => ({ id, text }));

const byId = (all: readonly { readonly id: string }[]): readonly Choice[] =>
  all.map(({ id }) => ({ id, text: id }));

export const drawOptions = (
  draw: Draw,
  { window: { library }, secrets, releases }: Place,
): Readonly<Record<Question, readonly Choice[]>> => ({
  block: draw.shuffle(
    named({
      named: `${library} 2.14.7, as the advisory says, in mirror and proxy`,
      above: `Everything of ${library} above 2.14.6, in mirror and proxy, and out of their caches`,
      index: "Nothing here: the index has taken it away, so that it cannot come in again",
      all: "All packages that are younger than a year, in mirror and proxy, until this is over",
    }),
  ),
  what: draw.shuffle(
    named({
      startup: "Files that Python reads by itself when it starts (*.pth), with size and time",
      imports: `Lines of our own code that import ${library}, in all repositories`,
      processes: "Processes that run now and have the library's name in their command line",
      tree: "The library's own folder, compared with that of the last good version",
    }),
  ),
  secret: draw.shuffle(byId(secrets)),
  release: byId(releases),
  installs: draw.shuffle(
    named({
      hashes: "Every build installs from a lock file with hashes, and fails without one",
      exact: "Every build names exact versions of what it asks for itself",
      scanner: "Every build runs a second scanner before the first one",
      vendor: "No build installs anything from outside any more",
    }),
  ),
  newest: draw.shuffle(
    named({
      cool: "Seven days after it came out; sooner by a reviewed exception, such as for a repair",
      never: "Never by itself: somebody asks for it, once a year, for all packages at once",
      night: "The next night, when nobody works, so that a fault is noticed in the morning",
      stars: "At once, if the project is popular enough to be watched by many",
    }),
  ),
  tokens: draw.shuffle(
    named({
      scoped:
        "Made for one build, for what it has to do, and dead after it; publishing in a job of its own",
      shared: "One for all builds, changed every month by one team that is responsible for it",
      hidden: "As they are, but masked in logs, and never written into files of a repository",
      strong: "Longer, and changed by hand after every incident that is known",
    }),
  ),
});
