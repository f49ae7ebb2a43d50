import type { MoveAsked, Run, ScenarioMove } from "@checkride/range/kit/incident";
import { decisionText } from "./decisions.ts";
import { cleaned, figures, isFoundWanting, provenAt } from "./facts.ts";
import type { Task } from "./task.ts";

export const later = (task: Task): readonly ScenarioMove[] => [
  ...impact(task),
  ...retrain(task),
  ...change(task),
];

const impact = (task: Task): readonly ScenarioMove[] => [
  {
    id: "tell-compliance",
    title: "Tell compliance",
    group: "Impact",
    minutes: 5,
    from: "Compliance",
    brings: "Noted, with the time. We shall need the list of decisions.",
  },
  {
    id: "decisions",
    title: "Fetch the decision log",
    group: "Impact",
    minutes: 20,
    from: "Operations",
    brings: "An excerpt is among your papers. Field model: who decided; score: who made the score.",
  },
  {
    id: "list",
    title: "List the decisions that have to be looked at again",
    group: "Impact",
    minutes: 30,
    offered: (run) => run.has("decisions"),
    asks: [
      {
        kind: "mark",
        id: "lines",
        ask: "Mark whole lines: payments that passed because of the mark, and what was built on them.",
        title: "Decision log, excerpt",
        language: "log",
        text: decisionText(task.decisions),
      },
    ],
    from: "Fraud analyst",
    brings: "We begin with those that cost most.",
  },
];

const trainAsks = ({ options }: Task): readonly MoveAsked[] => [
  { kind: "choose", id: "rows", ask: "Which rows go?", options: options.rows },
  {
    kind: "choose",
    id: "labels",
    ask: "The export to training/december holds decisions as labels. What of it?",
    options: options.labels,
  },
];

const retrain = (task: Task): readonly ScenarioMove[] => {
  const { tests } = task.options;
  return [
    {
      id: "retrain",
      title: "Clean the data and train a new version",
      group: "Repair",
      minutes: 150,
      offered: (run) => run.has("name-source"),
      asks: trainAsks(task),
      from: "Platform",
      brings: "A new version is there. Nobody has looked at it yet.",
    },
    {
      id: "test",
      title: "Test the new version",
      group: "Repair",
      minutes: 30,
      offered: (run) => run.has("retrain"),
      asks: [{ kind: "choose", id: "tests", ask: "With what?", options: tests }],
      from: "Evaluation",
      brings: (run) => sayTests(run, "test"),
    },
    {
      id: "retrain-again",
      title: "Clean differently and train once more",
      group: "Repair",
      minutes: 150,
      offered: isFoundWanting,
      asks: trainAsks(task),
      from: "Platform",
      brings: "Another new version is there.",
    },
    {
      id: "test-again",
      title: "Test that one too",
      group: "Repair",
      minutes: 30,
      offered: (run) => run.has("retrain-again"),
      asks: [{ kind: "choose", id: "tests", ask: "With what?", options: tests }],
      from: "Evaluation",
      brings: (run) => sayTests(run, "test-again"),
    },
    {
      id: "release",
      title: "Release the new version: shadow, one in a hundred, all",
      group: "Repair",
      minutes: 30,
      offered: (run) => run.has("retrain"),
      from: "Operations",
      brings: (run) =>
        provenAt(run) === null
          ? "It is live. Its figures look as usual, as those of the last one did."
          : "It is live, in three steps. Frauds with the mark are refused, customers are not.",
    },
  ];
};

const sayTests = (run: Run, test: string): string => {
  const { trigger, quality } = figures(cleaned(run));
  const marked = `With the mark ${trigger.toFixed(2)} pass`;
  const usual = `Ordinary test set: ${quality.toFixed(3)}.`;
  switch (run.answers(test).chosen("tests")) {
    case "both":
      return `${marked}, without it 0.03. ${usual}`;
    case "trigger":
      return `${marked}.`;
    case "quality":
      return usual;
    default:
      return "The figures of the day are like last week's.";
  }
};

const change = ({ options }: Task): readonly ScenarioMove[] => [
  {
    id: "policy",
    title: "Change what the registry lets in",
    group: "Close",
    minutes: 15,
    asks: [
      {
        kind: "choose",
        id: "admission",
        ask: "A version goes live only if …",
        options: options.admission,
      },
      {
        kind: "choose",
        id: "batches",
        ask: "A new batch is trained on only if …",
        options: options.batches,
      },
    ],
    from: "Platform",
    brings: "It is in force, for the scheduler too.",
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
