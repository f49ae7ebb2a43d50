import type { IncidentCheck, IncidentLab, Run } from "@checkride/range/kit/incident";
import { cleanAt, endsAt, isTold, listed, stoppedAt, trainAt, workspacesGoAt } from "./facts.ts";
import { hookText } from "./hooks.ts";
import { review } from "./review.ts";
import { scenario } from "./scenario.ts";
import { inOrderOfReach } from "./secrets.ts";
import { drawTask, exposedIds, type Task } from "./task.ts";

const isBuilding = (run: Run): boolean => {
  const [paused, resumed] = [run.at("pause"), run.at("resume")];
  const isShort = paused === null || (resumed !== null && resumed - paused <= 60);
  return isShort && !run.has("uninstall") && run.answers("block").chosen("block") !== "all";
};

const rotated = (run: Run): readonly (string | null)[] =>
  ["first", "second", "third"].map((place) => run.answers("rotate").chosen(place));

const hookLines = ({ hooks }: Task): readonly number[] =>
  hooks.flatMap(({ isBad }, at) => (isBad ? [at] : []));

const same = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

const works: readonly IncidentCheck<Task>[] = [
  {
    id: "building",
    half: "works",
    says: "Teams that did everything right can go on building.",
    why: "Lock files with hashes have kept them out of it. Stop what is bad, not all that is new.",
    holds: (_, run) => isBuilding(run),
  },
  {
    id: "machines",
    half: "works",
    says: "Only machines that had something on them are set up anew.",
    why: "Ninety minutes for eight machines, and with them goes what you could have learned. Search first.",
    holds: (_, run) => run.has("wipe") && !run.has("rebuild-all"),
  },
  {
    id: "not-exposed",
    half: "works",
    says: "No build is called exposed that was not.",
    why: "Locked, capped, from the wheelhouse, before, after, or from the mirror before it had fetched: look at the minute of the install, not of the beginning.",
    holds: (task, run) => {
      const all = exposedIds(task);
      return run.has("list") && listed(run).every((id) => all.includes(id));
    },
  },
];

const attacks: readonly IncidentCheck<Task>[] = [
  {
    id: "out",
    half: "attacks",
    says: "Nothing bad comes in any more, from before the next train on.",
    why: "What was removed from the index is still in your mirror. And an advisory of the first hour seldom names everything.",
    holds: (_, run) => (stoppedAt(run) ?? endsAt) <= trainAt && !run.has("trained"),
  },
  {
    id: "exposed",
    half: "attacks",
    says: "All exposed builds are named.",
    why: "Through another package, after a wait, and from the mirror long after the index had removed it.",
    holds: (task, run) => exposedIds(task).every((id) => listed(run).includes(id)),
  },
  {
    id: "corrected",
    half: "attacks",
    says: "What was believed early is corrected when it is known better, and everybody is told.",
    why: "The list that teams work from must be younger than the last correction of the advisory.",
    holds: (_, run) => isTold(run),
  },
  {
    id: "hook",
    half: "attacks",
    says: "What starts by itself is found, where it is and nowhere else.",
    why: "Compare name, size and time with the advisory: of today, within the window, and not one of the usual ones.",
    holds: (task, run) => same(run.lines("hooks", "files", hookText(task.hooks)), hookLines(task)),
  },
  {
    id: "kept",
    half: "attacks",
    says: "What was found can still be examined.",
    why: "Copy before anything is set up anew, and before the workspaces are deleted.",
    holds: (_, run) => {
      const [kept, clean] = [run.at("keep"), cleanAt(run)];
      return kept !== null && kept <= workspacesGoAt && (clean === null || kept <= clean);
    },
  },
  {
    id: "reach",
    half: "attacks",
    says: "Stolen secrets are made anew in the order of what they reach.",
    why: "Only what exposed builds could read, and only what still works. What others install comes first, then production.",
    holds: ({ secrets }, run) => same(rotated(run), inOrderOfReach(secrets).slice(0, 3)),
  },
  {
    id: "clean-first",
    half: "attacks",
    says: "New secrets are not put where somebody still reads along.",
    why: "As long as the start-up file is there, a new secret is known as soon as a build has it.",
    holds: (_, run) => {
      const [clean, made] = [cleanAt(run), run.at("rotate")];
      return clean !== null && made !== null && clean <= made;
    },
  },
  {
    id: "ours",
    half: "attacks",
    says: "What came out under our own name was looked through, and what is not ours is withdrawn; nothing else.",
    why: "Whoever has your token for publishing does to your customers what was done to you.",
    holds: ({ releases }, run) => {
      const foreign = releases.find(({ isForeign }) => isForeign)?.id ?? null;
      return run.has("releases") && run.answers("yank").chosen("which") === foreign;
    },
  },
  {
    id: "prevented",
    half: "attacks",
    says: "What changes would have helped: on this day, and on the next one like it.",
    why: "Hashes fix what comes in, some days of waiting let others find it first, small rights make it worth little.",
    holds: (_, run) => {
      const decided = run.answers("prevent");
      return (
        decided.chosen("installs") === "hashes" &&
        decided.chosen("newest") === "cool" &&
        decided.chosen("tokens") === "scoped"
      );
    },
  },
];

export const lab: IncidentLab<Task> = {
  draw: drawTask,
  scenario,
  checks: [...works, ...attacks],
  stoppedAt,
  review,
};
