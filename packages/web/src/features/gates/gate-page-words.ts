import type { GateView } from "@checkride/api/gates";
import type { OpeningView } from "@checkride/api/openings";
import type { Role } from "@checkride/rules/person";
import { formatDate, formatTime } from "../../design/date.ts";
import { modeWords } from "./gate-words.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);

/** Who is kept out, or would be. */
export const gateSentence = ({ title, mode, people: { allowed, denied } }: GateView): string => {
  if (denied === 0) return `${title}: nobody is kept out.`;
  const verb = denied === 1 ? "lacks" : "lack";
  return mode === "enforce"
    ? `${title}: closed to ${people(denied)}, open to ${allowed}.`
    : `${title}: ${people(denied)} ${verb} something, which stops nobody yet.`;
};

const spanWords = (minutes: number): string => {
  if (minutes % 1440 === 0) return minutes === 1440 ? "a day" : `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "an hour" : `${minutes / 60} hours`;
  return `${minutes} minutes`;
};

export const turnWords = ({ turns }: Pick<GateView, "turns">): string | null =>
  turns === null ? null : `${modeWords[turns.to]} from ${formatDate(turns.at, "UTC")} on`;

/** What a pipeline does that cannot ask. */
export const offlineWords = ({ offline }: Pick<GateView, "offline">): string =>
  `An answer holds ${spanWords(offline.maxAgeMinutes)}; without one: ${offline.otherwise === "deny" ? "closed" : "open"}.`;

export const unlinkedWords = ({ unlinked }: Pick<GateView, "unlinked">): string =>
  unlinked === "deny" ? "keep a change out" : "are named and keep nothing out";

const roleWords: Readonly<Record<Role, string>> = {
  owner: "an owner",
  council: "a council member",
  lead: "a lead",
  champion: "a champion",
  learner: "a learner",
  auditor: "an auditor",
};

const eitherOf = (words: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "disjunction" }).format(words);

export const breakGlassWords = ({ breakGlass }: Pick<GateView, "breakGlass">): string =>
  breakGlass === null
    ? "Nobody opens it by hand."
    : `Two people open it by hand for at most ${spanWords(breakGlass.longestMinutes)}; the second is ${eitherOf(breakGlass.roles.map((role) => roleWords[role]))}.`;

export const openingWords = (opening: OpeningView): string => {
  const { state, person, endsAt, endedWhy, approveBy } = opening;
  if (state === "asked")
    return `Asked for ${person.name}; dies at ${formatTime(approveBy)} unless somebody approves.`;
  if (state === "open" && endsAt !== null)
    return `Open for ${person.name} until ${formatDate(endsAt)}, ${formatTime(endsAt)}.`;
  const why = {
    time: "its time was over",
    "by-hand": "closed by hand",
    "not-approved": "nobody approved",
  };
  return `Was asked for ${person.name}; ended: ${why[endedWhy ?? "time"]}.`;
};
