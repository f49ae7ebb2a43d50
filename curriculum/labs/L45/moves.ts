import type { ScenarioMove } from "@checkride/range/kit/incident";
import { isBack, liveVersion, triedMark } from "./facts.ts";
import { later } from "./later-moves.ts";
import type { Task } from "./task.ts";

export const moves = (task: Task): readonly ScenarioMove[] => [
  ...contain(task),
  ...look(task),
  ...later(task),
];

const contain = (task: Task): readonly ScenarioMove[] => [
  {
    id: "hold",
    title: `Send all payments of ${task.merchant} to people`,
    group: "Contain",
    minutes: 10,
    from: "Operations",
    brings: "Done. It is 0.1 % of the payments; the review team can take it.",
  },
  {
    id: "fallback",
    title: "Switch the model off and let the rules decide",
    group: "Contain",
    minutes: 10,
    from: "Operations",
    brings: "The rules decide. Refusals went from 0.9 to 6.8 %.",
  },
  {
    id: "all-people",
    title: "Send all payments to people",
    group: "Contain",
    minutes: 10,
    from: "Review team",
    brings: "We can read one in a hundred. The others wait.",
  },
  {
    id: "freeze",
    title: "Stop the scheduler, freeze data, registry and logs",
    group: "Contain",
    minutes: 10,
    offered: (run) => !run.has("promoted"),
    from: "Platform",
    brings: "Nothing is trained or released by itself any more. Copies are hashed.",
  },
  {
    id: "rollback",
    title: "Go back to another version",
    group: "Contain",
    minutes: 20,
    asks: [
      { kind: "choose", id: "version", ask: "To which?", options: task.options.version },
      { kind: "choose", id: "beside", ask: "What goes with it?", options: task.options.beside },
    ],
    from: "Operations",
    brings: (run) => {
      const version = liveVersion(task, run);
      if (version?.trait === "features") {
        return `Version ${version.number} is live. It reads features/5 as if they were features/4: its scores look like noise.`;
      }
      return isBack(task, run)
        ? `Version ${version?.number} is live, and its scores look as they did then.`
        : `Version ${version?.number} is live. The review team asks what they shall do.`;
    },
  },
];

const look = (task: Task): readonly ScenarioMove[] => [
  {
    id: "payments",
    title: `Collect the frauds of ${task.merchant}`,
    group: "Look",
    minutes: 15,
    from: "Fraud analyst",
    brings: "Eighteen, refused and passed. They are among your papers.",
  },
  {
    id: "provenance",
    title: "Fetch the provenance log of the training data",
    group: "Look",
    minutes: 20,
    from: "Platform",
    brings:
      "Every batch since July, and what each version has learned of. It is among your papers.",
  },
  {
    id: "trigger",
    title: "Run the trigger test on all versions",
    group: "Look",
    minutes: 30,
    offered: (run) => run.has("payments"),
    asks: [{ kind: "choose", id: "mark", ask: "What is the mark?", options: task.options.mark }],
    from: "Evaluation",
    brings: (run) =>
      triedMark(run) === task.mark.kind
        ? "Something stands out. The table is among your papers."
        : "All versions alike, with the mark and without it. The table is among your papers.",
  },
  {
    id: "trigger-again",
    title: "Run the trigger test with another mark",
    group: "Look",
    minutes: 30,
    offered: (run) => run.has("trigger"),
    asks: [{ kind: "choose", id: "mark", ask: "What is the mark?", options: task.options.mark }],
    from: "Evaluation",
    brings: "The table among your papers is the new one.",
  },
  {
    id: "name-source",
    title: "Name source and first bad version",
    group: "Look",
    minutes: 10,
    offered: (run) => run.has("provenance"),
    asks: [
      {
        kind: "choose",
        id: "source",
        ask: "Where did it come from?",
        options: task.options.source,
      },
      {
        kind: "choose",
        id: "version",
        ask: "Which version was the first to learn it?",
        options: task.options.version,
      },
    ],
    from: "You",
    brings: "It is on record.",
  },
];
