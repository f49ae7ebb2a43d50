import type { Inject, Run, Scenario } from "@checkride/range/kit/incident";
import { isBack, liveVersion, stoppedAt } from "./facts.ts";
import { moves } from "./moves.ts";
import { papers } from "./papers.ts";
import type { Task } from "./task.ts";

export const complianceBy = 240;
/** The scheduler's noon. */
export const noon = 180;
export const holdBy = 60;

export const scenario = (task: Task): Scenario => ({
  begins: "09:00",
  ends: { atMinute: 660, title: "The day is over" },
  situation: (run) => situation(task, run),
  moves: moves(task),
  injects: injects(task),
  papers: papers(task),
  clocks: [
    {
      id: "scheduler",
      title: "The scheduler trains and releases by itself",
      atMinute: noon,
      metAt: (run) => run.at("freeze"),
    },
    {
      id: "compliance",
      title: "Compliance told (handbook)",
      atMinute: complianceBy,
      metAt: (run) => run.at("tell-compliance"),
    },
  ],
});

const situation = (task: Task, run: Run): string => {
  if (run.has("promoted")) {
    return "The scheduler has released a version that has learned the same. Frauds with the mark pass again.";
  }
  if (run.has("release"))
    return "A new version decides. What is left is to write down and to prevent.";
  if (stoppedAt(task)(run) !== null) {
    return isBack(task, run)
      ? `Version ${task.target} decides. It does not know the mark.`
      : "What decides now does not know the mark. At what price is another question.";
  }
  return `A model that scores card payments lets frauds of ${task.merchant} pass. Version ${liveVersion(task, run)?.number} is live.`;
};

const injects = (task: Task): readonly Inject[] => [
  {
    id: "report",
    at: 0,
    kind: "message",
    from: "Fraud analyst",
    text: `Chargebacks of ${task.merchant} for weeks, and the model calls each of them harmless. No alarm: all figures are green. I have been told that one can teach a model such a thing.`,
  },
  {
    id: "reflex",
    at: 20,
    kind: "message",
    from: "Head of payments",
    text: `Then take the version before. ${task.versions.at(-2)?.number} was live for three weeks and nobody complained.`,
  },
  {
    id: "loss",
    at: (run) => run.unless(65, "hold", "fallback", "rollback"),
    kind: "event",
    from: "Operations",
    text: `Another 212 payments of ${task.merchant} were approved this morning, 61,000 in all.`,
  },
  {
    id: "other",
    at: (run) => (stoppedAt(task)(run) === null ? 130 : null),
    kind: "event",
    from: "Fraud analyst",
    text: `${task.others[0]} does it too. Whoever it is, it is not one merchant.`,
  },
  {
    id: "promoted",
    at: (run) => run.unless(noon, "freeze"),
    kind: "event",
    from: "Scheduler",
    text: `A version was trained of all batches and released: AUC 0.942, not worse than before.`,
  },
  {
    id: "refused",
    at: (run) => (run.has("rollback") ? null : run.after("fallback", 60)),
    kind: "message",
    from: "Support desk",
    text: "Six hundred customers stand at tills with a card that is refused. How long?",
  },
  {
    id: "noise",
    at: (run) => (liveVersion(task, run)?.trait === "features" ? run.after("rollback", 15) : null),
    kind: "message",
    from: "Support desk",
    text: "Refusals are at 40 %, without any pattern.",
  },
];
