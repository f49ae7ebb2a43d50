import type { Choice } from "@checkride/range/kit/answered-lab";
import type { Situation } from "./registry.ts";

/** The same for each package, so that they tell nothing about it. */
export const reasons: readonly Choice[] = [
  { id: "nobody", text: "Nobody has published it: whoever does so first decides what it is" },
  { id: "days", text: "It is days old: what is behind its numbers cannot be known yet" },
  { id: "rests", text: "It is real, and nobody has looked after it for years" },
  { id: "stands", text: "It has existed for long enough, and its repository publishes it" },
  { id: "loved", text: "So many downloads cannot be wrong" },
  { id: "lonely", text: "Too few people use it" },
  { id: "runs", text: "It installs, and the tests are green" },
  { id: "script", text: "It runs a script when it is installed" },
];

export const rightVerdicts: Readonly<Record<Situation, readonly string[]>> = {
  missing: ["refuse"],
  fresh: ["refuse"],
  // A person may find that it is finished, or that somebody else has taken it over.
  abandoned: ["ask", "refuse"],
  small: ["accept"],
  popular: ["accept"],
};

export const rightReason: Readonly<Record<Situation, string>> = {
  missing: "nobody",
  fresh: "days",
  abandoned: "rests",
  small: "stands",
  popular: "stands",
};

export const afterwards: Readonly<Record<Situation, string>> = {
  missing:
    "Refuse. The name does not exist; a model made it up. Today the install fails, and on the day on which somebody registers the name it no longer fails.",
  fresh:
    "Refuse. It was published days ago under a name that a model says often. Downloads are cheap to make, a repository of one's own too; only time cannot be bought.",
  abandoned:
    "Ask, or refuse. It is real, and was good. Nobody repairs it any more, and whoever takes over its owner's account has all who use it.",
  small:
    "Accept. Few people use it, and it has been there for a long time, from a repository that publishes it. Small is no fault.",
  popular: "Accept. Old enough, looked after, and its repository publishes it.",
};
