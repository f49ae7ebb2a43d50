import type { MoveAsked, ScenarioMove } from "@checkride/range/kit/incident";
import { hookText } from "./hooks.ts";
import { later } from "./later-moves.ts";
import { hasHooks } from "./papers.ts";
import type { Task } from "./task.ts";

export const moves = (task: Task): readonly ScenarioMove[] => [
  ...contain(task),
  ...look(task),
  ...later(task),
];

const contain = ({ options, window: { library } }: Task): readonly ScenarioMove[] => [
  {
    id: "block",
    title: "Keep the bad version out",
    group: "Contain",
    minutes: 10,
    asks: [{ kind: "choose", id: "block", ask: "What is blocked?", options: options.block }],
    from: "Platform",
    brings: (run) =>
      run.answers("block").chosen("block") === "all"
        ? "In force. Every second build fails: most of what we use had a release this year."
        : "In force. I have tried it with a build of my own.",
  },
  {
    id: "pause",
    title: "Stop all builds",
    group: "Contain",
    minutes: 5,
    from: "Platform",
    brings: "Nothing is built any more, neither with a lock file nor without.",
  },
  {
    id: "resume",
    title: "Let builds go on",
    group: "Contain",
    minutes: 5,
    offered: (run) => run.has("pause"),
    from: "Platform",
    brings: "They go on where they were.",
  },
  {
    id: "take-off",
    title: "Take the machines with the hook off the network",
    group: "Contain",
    minutes: 5,
    offered: hasHooks,
    from: "Platform",
    brings: "They are off. Nothing can be sent from there.",
  },
  {
    id: "rebuild-all",
    title: "Set up all eight machines from their image",
    group: "Contain",
    minutes: 90,
    from: "Platform",
    brings: "All new. What was on them is gone, whatever it was.",
  },
  {
    id: "uninstall",
    title: `Remove ${library} from all repositories`,
    group: "Contain",
    minutes: 40,
    from: "Team leads",
    brings: "It is out of eleven repositories. Six of them do not build any more.",
  },
];

const searchAsk = ({ options }: Task): readonly MoveAsked[] => [
  { kind: "choose", id: "what", ask: "What do you look for?", options: options.what },
];

const found: Readonly<Record<string, string>> = {
  startup: "There is a list among your papers, with files from five machines.",
  imports:
    "Eleven repositories import it. Which of them was built, and with what, is not in there.",
  processes: "No such process anywhere.",
  tree: "The folder is removed after each build. There is nothing to compare.",
};

const look = (task: Task): readonly ScenarioMove[] => [
  {
    id: "fetch-jobs",
    title: "Fetch the builds of today and what the mirror has served",
    group: "Look",
    minutes: 10,
    from: "Platform",
    brings: "Forty builds, and the mirror's record. Both are among your papers.",
  },
  {
    id: "search",
    title: "Search the eight machines",
    group: "Look",
    minutes: 20,
    asks: searchAsk(task),
    from: "Security",
    brings: (run) => found[run.answers("search").chosen("what") ?? ""] ?? "",
  },
  {
    id: "search-again",
    title: "Search the machines for something else",
    group: "Look",
    minutes: 20,
    offered: (run) => run.has("search") && !hasHooks(run),
    asks: searchAsk(task),
    from: "Security",
    brings: (run) => found[run.answers("search-again").chosen("what") ?? ""] ?? "",
  },
  {
    id: "hooks",
    title: "Say which start-up files do not belong there",
    group: "Look",
    minutes: 5,
    offered: hasHooks,
    asks: [
      {
        kind: "mark",
        id: "files",
        ask: "Mark whole lines.",
        title: "Start-up files on the machines",
        language: "log",
        text: hookText(task.hooks),
      },
    ],
    from: "You",
    brings: "It is on record.",
  },
  {
    id: "keep",
    title: "Copy disks and workspaces of those machines",
    group: "Look",
    minutes: 15,
    offered: hasHooks,
    from: "Security",
    brings: (run) =>
      run.minute > 120 || run.has("rebuild-all") || run.has("wipe")
        ? "Copied. The workspaces are empty, and so is the place where the file was."
        : "Copied and hashed, the start-up file with them.",
  },
  {
    id: "releases",
    title: "Compare what came out under our name today with our builds",
    group: "Look",
    minutes: 15,
    from: "Release team",
    brings: "The list is among your papers.",
  },
];
