import type { MoveAsked, ScenarioMove } from "@checkride/range/kit/incident";
import { hasHooks } from "./papers.ts";
import type { Task } from "./task.ts";

export const later = (task: Task): readonly ScenarioMove[] => [
  ...exposure,
  ...repair(task),
  ...prevent(task),
];

const listAsks: readonly MoveAsked[] = [
  {
    kind: "write",
    id: "jobs",
    ask: "The numbers of all builds that installed a bad version, with spaces between. Your papers stay open while you write.",
    start: "",
  },
];

const exposure: readonly ScenarioMove[] = [
  {
    id: "list",
    title: "Say which builds are exposed",
    group: "Exposure",
    minutes: 30,
    offered: (run) => run.has("fetch-jobs"),
    asks: listAsks,
    from: "You",
    brings: "It is on record.",
  },
  {
    id: "tell-teams",
    title: "Send the list to the teams",
    group: "Exposure",
    minutes: 10,
    offered: (run) => run.has("list"),
    from: "Team leads",
    brings: "We look at ours.",
  },
  {
    id: "relist",
    title: "Correct the list",
    group: "Exposure",
    minutes: 20,
    offered: (run) => run.has("list") && (run.has("second") || run.has("third")),
    asks: listAsks,
    from: "You",
    brings: "The older list is struck out and stays readable.",
  },
  {
    id: "tell-again",
    title: "Send the corrected list to the teams",
    group: "Exposure",
    minutes: 5,
    offered: (run) => run.has("relist") && run.has("tell-teams"),
    from: "Team leads",
    brings: "Good that you say it. Two teams had felt safe.",
  },
];

const repair = ({ options }: Task): readonly ScenarioMove[] => [
  {
    id: "wipe",
    title: "Set up the machines with the hook from their image",
    group: "Repair",
    minutes: 30,
    offered: hasHooks,
    from: "Platform",
    brings: "They are new. Six others were not touched.",
  },
  {
    id: "rotate",
    title: "Make secrets anew",
    group: "Repair",
    minutes: 30,
    offered: (run) => run.has("list"),
    asks: [
      { kind: "choose", id: "first", ask: "Which one first?", options: options.secret },
      { kind: "choose", id: "second", ask: "Which one second?", options: options.secret },
      { kind: "choose", id: "third", ask: "Which one third?", options: options.secret },
    ],
    from: "Security",
    brings: "Three are new, in this order. The rest of what you name follows tonight.",
  },
  {
    id: "yank",
    title: "Withdraw a release of ours and warn those who have it",
    group: "Repair",
    minutes: 15,
    offered: (run) => run.has("releases"),
    asks: [{ kind: "choose", id: "which", ask: "Which one?", options: options.release }],
    from: "Release team",
    brings: "It is withdrawn, with a notice. Those who had installed it were told.",
  },
];

const prevent = ({ options }: Task): readonly ScenarioMove[] => [
  {
    id: "prevent",
    title: "Decide what changes",
    group: "Close",
    minutes: 15,
    asks: [
      { kind: "choose", id: "installs", ask: "How do builds install?", options: options.installs },
      {
        kind: "choose",
        id: "newest",
        ask: "When is a new version of somebody else's package taken?",
        options: options.newest,
      },
      {
        kind: "choose",
        id: "tokens",
        ask: "Which tokens do builds have?",
        options: options.tokens,
      },
    ],
    from: "Platform",
    brings: "Three lines, each with an owner and a date.",
  },
  {
    id: "close",
    title: "Close the incident",
    group: "Close",
    minutes: 5,
    from: "You",
    brings: "It is closed as it stands.",
    ends: true,
  },
];
