import { clock, jobLine } from "./jobs.ts";
import { inOrderOfReach } from "./secrets.ts";
import { exposedIds, type Task } from "./task.ts";

export const review = (task: Task): ReadonlyMap<string, string> => {
  const { window, secrets, releases, jobs } = task;
  const { library, mirrored } = window;
  const ids = exposedIds(task).map((id) => `b-${id}`);
  const late = jobs.find(
    ({ isExposed, from, installed }) => isExposed && from === "mirror" && installed > window.to,
  );
  const lateText = late === undefined ? "" : ` One that is easily missed: ${jobLine(late)}.`;
  const foreign = releases.find(({ isForeign }) => isForeign);
  const list = `Exposed: ${ids.join(", ")}. From the index between ${clock(window.from)} and ${clock(window.to)}, from the mirror since ${clock(mirrored)}, and only where nothing held the version.${lateText}`;
  return new Map([
    [
      "block",
      `Everything above 2.14.6, and out of the caches: the mirror had 2.14.8 since ${clock(mirrored)}, and the first advisory did not know of it.`,
    ],
    [
      "pause",
      "It stops those too who did everything right. As a grip until the block is in force it is fine.",
    ],
    [
      "uninstall",
      "The bad version goes with it, and the good one too. Six repositories did not build any more.",
    ],
    [
      "rebuild-all",
      "Two of eight had something on them. Ninety minutes, and nothing left to examine.",
    ],
    [
      "fetch-jobs",
      "Forty builds with the minute of their install. No model and no guess is needed for the rest.",
    ],
    [
      "search",
      "The first advisory spoke of imports. What Python starts by itself is worth a look from the first minute on.",
    ],
    [
      "hooks",
      `${library}_init.pth, 34,628 bytes, of today. The others are usual, older, or somebody's own work. It reads along with every later build on those two machines; here those were of teams that were exposed anyway.`,
    ],
    ["keep", "Fifteen minutes, before the machines are set up anew."],
    ["list", list],
    ["relist", list],
    ["tell-again", "A correction that nobody hears is none."],
    ["wipe", "Two machines. Before new secrets are made, not after."],
    [
      "rotate",
      `In this order: ${inOrderOfReach(secrets).join(", ")}. What lives ten minutes was dead, and what belongs to teams without an exposed build was never within reach.`,
    ],
    [
      "releases",
      foreign === undefined
        ? "Everything that came out today was built here."
        : `${foreign.id} has no build: it came out with your token and not from your pipeline.`,
    ],
    [
      "prevent",
      "Hashes, some days of waiting, tokens for one build. Each would have been enough for most of these builds.",
    ],
  ]);
};
