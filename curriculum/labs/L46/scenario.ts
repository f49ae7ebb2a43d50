import type { Inject, Run, Scenario } from "@checkride/range/kit/incident";
import { cleanAt, endsAt, secondAt, stoppedAt, thirdAt, trainAt, workspacesGoAt } from "./facts.ts";
import { moves } from "./moves.ts";
import { papers } from "./papers.ts";
import type { Task } from "./task.ts";

export const scenario = (task: Task): Scenario => ({
  begins: "15:00",
  ends: { atMinute: endsAt, title: "The evening's lead takes over" },
  situation: (run) => situation(task, run),
  moves: moves(task),
  injects: injects(task),
  papers: papers(task),
  clocks: [
    {
      id: "train",
      title: "The next train of builds goes off",
      atMinute: trainAt,
      metAt: stoppedAt,
    },
    {
      id: "workspaces",
      title: "Workspaces on the machines are deleted",
      atMinute: workspacesGoAt,
      metAt: (run) => run.at("keep"),
    },
  ],
});

const situation = ({ window: { library } }: Task, run: Run): string => {
  if (stoppedAt(run) === null) {
    return `Builds use ${library}, a popular library for calling models. For hours somebody else's code was in it. It may still come in.`;
  }
  if (cleanAt(run) === null) {
    return "It cannot come in any more. What it has left behind, and what it has taken, is the question now.";
  }
  return "It cannot come in, and nothing reads along. What it has taken has to be worth nothing.";
};

const injects = ({ window: { library }, releases }: Task): readonly Inject[] => {
  const foreign = releases.find(({ isForeign }) => isForeign);
  return [
    {
      id: "first",
      at: 0,
      kind: "message",
      from: "Security",
      text: `An advisory about ${library} is out; it is among your papers. The index has removed the version already, so perhaps it is over. Do we import it at all?`,
    },
    {
      id: "relief",
      at: 25,
      kind: "message",
      from: "Team assistant",
      text: "We do not import it, only our agents package does. So we are fine. Shall everybody make new secrets now, to be on the safe side?",
    },
    {
      id: "second",
      at: secondAt,
      kind: "event",
      from: "Advisory",
      text: "The advisory was corrected: a second version, a longer time, and a start-up file.",
    },
    {
      id: "trained",
      at: (run) => (stoppedAt(run) === null ? trainAt : null),
      kind: "event",
      from: "Platform",
      text: `The train went off. Three builds have just installed ${library}-2.14.8 from our own mirror.`,
    },
    {
      id: "idle",
      at: (run) => (run.has("resume") ? null : run.after("pause", 60)),
      kind: "message",
      from: "Team leads",
      text: "Nobody has built for an hour, teams with lock files neither. A repair for a customer waits.",
    },
    {
      id: "third",
      at: thirdAt,
      kind: "event",
      from: "Advisory",
      text: "Corrected once more: what comes through other packages, and what mirrors still serve.",
    },
    {
      id: "deleted",
      at: (run) => run.unless(workspacesGoAt, "keep"),
      kind: "event",
      from: "Machines",
      text: "17:00: workspaces were deleted.",
    },
    {
      id: "stolen-again",
      at: (run) => (cleanAt(run) === null ? run.after("rotate", 10) : null),
      kind: "event",
      from: "Security",
      text: "A secret that is ten minutes old was used from outside. Something still reads along.",
    },
    {
      id: "customer",
      at: (run) => (foreign === undefined || run.has("yank") ? null : 240),
      kind: "message",
      from: "A customer",
      text: `Your ${foreign?.id ?? ""} starts a program that we do not know. Is it from you?`,
    },
  ];
};
