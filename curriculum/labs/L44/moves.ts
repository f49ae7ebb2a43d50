import type { ScenarioMove } from "@checkride/range/kit/incident";
import { sinceChoices } from "./changes.ts";
import { later } from "./later-moves.ts";
import type { Task } from "./task.ts";

export const moves = (task: Task): readonly ScenarioMove[] => [
  ...contain,
  ...look(task),
  ...later(task),
];

const contain: readonly ScenarioMove[] = [
  {
    id: "off",
    title: "Switch the assistant off",
    group: "Contain",
    minutes: 5,
    offered: (run) => !run.has("limit"),
    from: "Operations",
    brings: "The chat window is gone for all customers. Nobody is shown anything.",
  },
  {
    id: "limit",
    title: "Switch account answers off, leave the rest on",
    group: "Contain",
    minutes: 5,
    from: "Operations",
    brings: (run) =>
      run.has("off")
        ? "The chat window is back. It answers what needs no account; the rest goes to people."
        : "The assistant answers what needs no account; the rest goes to people.",
  },
  {
    id: "prompt",
    title: "Tell the model in its prompt to show no data of others",
    group: "Contain",
    minutes: 10,
    from: "Team lead",
    brings: "It is live. I asked it three times, and it promised each time.",
  },
  {
    id: "block",
    title: "Block the account of the customer who reported it",
    group: "Contain",
    minutes: 5,
    from: "Operations",
    brings: "Blocked. They have written to the support desk again, less friendly this time.",
  },
  {
    id: "purge",
    title: "Empty cache, index and notes and restart everything",
    group: "Contain",
    minutes: 10,
    from: "Operations",
    brings: (run) =>
      run.has("keep")
        ? "Done. It fills again as it did before."
        : "Done. It fills again as it did before. The buffers of the logs went with it.",
  },
];

const look = (task: Task): readonly ScenarioMove[] => [
  {
    id: "keep",
    title: "Copy the three logs and the stores to the evidence folder, with hashes",
    group: "Keep and look",
    minutes: 10,
    from: "Operations",
    brings: (run) =>
      run.minute > 60 || run.has("purge")
        ? "Copied what is still there. Wednesday is not."
        : "Copied, hashed, signed by two. The logs are among your papers.",
  },
  {
    id: "read-chats",
    title: "Read the chats that were reported",
    group: "Keep and look",
    minutes: 10,
    from: "Support desk",
    brings: "Two chats, both with data of somebody else in them. It is no misunderstanding.",
  },
  {
    id: "trace",
    title: "Fetch the traces of both requests",
    group: "Keep and look",
    minutes: 15,
    from: "Operations",
    brings: "They are among your papers.",
  },
  {
    id: "changes",
    title: "List what went live this week",
    group: "Keep and look",
    minutes: 5,
    from: "Team lead",
    brings: "Five changes since Wednesday; the list is among your papers.",
  },
  {
    id: "ask-vendor",
    title: "Ask the model vendor for their records",
    group: "Keep and look",
    minutes: 20,
    from: "Model vendor",
    brings: "Numbers of requests. More than that we do not keep.",
  },
  {
    id: "name-cause",
    title: "Name the cause",
    group: "Keep and look",
    minutes: 5,
    offered: (run) => run.has("trace") || run.has("keep"),
    asks: [
      { kind: "choose", id: "cause", ask: "What let it happen?", options: task.options.cause },
      { kind: "choose", id: "since", ask: "Since which change?", options: sinceChoices(task) },
    ],
    from: "You",
    brings: "It is on record.",
  },
  {
    id: "count",
    title: "Count the people concerned",
    group: "Keep and look",
    minutes: 20,
    offered: (run) => run.has("keep"),
    asks: [
      { kind: "choose", id: "log", ask: "From what?", options: task.options.log },
      {
        kind: "write",
        id: "people",
        ask: "Of how many people was account data shown to somebody else? A number, no more.",
        start: "",
      },
    ],
    from: "You",
    brings: "The number is on record. Everything that you write to anybody will rest on it.",
  },
];
