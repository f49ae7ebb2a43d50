import type { IncidentCheck, IncidentLab, Run } from "@checkride/range/kit/incident";
import { changeId } from "./changes.ts";
import { changeAt, knownAt, provenAt, stoppedAt, tellWithin } from "./facts.ts";
import { peopleConcerned } from "./log-lines.ts";
import { review } from "./review.ts";
import { scenario } from "./scenario.ts";
import { drawTask, type Task } from "./task.ts";

/** As a first grip the big switch is fine, if the small one follows. */
const isServed = (run: Run): boolean => {
  const [off, limit] = [run.at("off"), run.at("limit")];
  return off === null || (limit !== null && limit - off <= 30);
};

const isContained = (run: Run): boolean => {
  const stopped = stoppedAt(run);
  const isFirst = ["trace", "changes", "name-cause"].every(
    (look) => stopped !== null && (run.at(look) ?? stopped) >= stopped,
  );
  return stopped !== null && stopped <= 30 && isFirst;
};

const isKept = (run: Run): boolean => (run.at("keep") ?? 240) <= 60 && !isPurgedFirst(run);

const isPurgedFirst = (run: Run): boolean => run.has("purge") && run.inOrder("purge", "keep");

const isClockKept = (run: Run): boolean => {
  const known = knownAt(run);
  const told = run.at("tell-customers");
  const isOfficerTold = (run.at("tell-officer") ?? 240) <= 60;
  return isOfficerTold && known !== null && told !== null && told - known <= tellWithin;
};

const isLetterRight = ({ shown, tokenOf }: Task, run: Run): boolean => {
  const letter = run.answers("tell-customers");
  return (
    run.inOrder("count", "tell-customers") &&
    letter.chosen("whom") === "concerned" &&
    letter.chosen("what") === shown &&
    letter.chosen("advice") === (tokenOf === null ? "careful" : "token")
  );
};

const works: readonly IncidentCheck<Task>[] = [
  {
    id: "served",
    half: "works",
    says: "Customers who are not concerned keep what they need.",
    why: "Everything off for long is damage too, and so is a blocked witness. Look in the runbook for the smallest switch that stops it.",
    holds: (_, run) => isServed(run) && !run.has("block"),
  },
  {
    id: "restored",
    half: "works",
    says: "At the end everything is back, on a repair that was shown to hold.",
    why: "A test must be able to fail: it needs the requests that went wrong. And look whether two people of one company are kept apart.",
    holds: (_, run) => {
      const [proven, restored] = [provenAt(run), run.at("restore")];
      return proven !== null && restored !== null && proven <= restored;
    },
  },
  {
    id: "letter",
    half: "works",
    says: "Those concerned, and nobody else, read what was shown and what they can do.",
    why: "Count first. Then the log says which data it was, and whether anything of it has to be changed.",
    holds: isLetterRight,
  },
];

const attacks: readonly IncidentCheck<Task>[] = [
  {
    id: "contained",
    half: "attacks",
    says: "It is stopped within half an hour, before anybody looks for its cause.",
    why: "While you look for the cause, it goes on. Stopping it needs no cause.",
    holds: (_, run) => isContained(run),
  },
  {
    id: "kept",
    half: "attacks",
    says: "What happened can still be shown afterwards.",
    why: "Logs are rotated, and a restart empties what was not written yet. Copy first.",
    holds: (_, run) => isKept(run),
  },
  {
    id: "cause",
    half: "attacks",
    says: "Cause and beginning are named rightly.",
    why: "Follow the traced requests step by step: at which one does somebody else's name come in? Which change touched it?",
    holds: (task, run) =>
      run.answers("name-cause").chosen("cause") === task.cause &&
      run.answers("name-cause").chosen("since") === changeId(changeAt(task)),
  },
  {
    id: "counted",
    half: "attacks",
    says: "The people concerned are counted from the record that shows them.",
    why: "People, not lines: repeats, second tries, general answers and what the filter held back count for nothing. Colleagues count.",
    holds: ({ cause, logs }, run) =>
      run.answers("count").chosen("log") === cause &&
      run.number("count", "people") === peopleConcerned(logs[cause]).length,
  },
  {
    id: "clocks",
    half: "attacks",
    says: "Everybody who has a right to it is told in time, and from when on we knew is recorded rightly.",
    why: "The agreement has two clocks. To know is to be reasonably certain: not a suspicion, and not the finished analysis.",
    holds: (_, run) => isClockKept(run) && run.answers("tell-officer").chosen("known") === "seen",
  },
  {
    id: "doors",
    half: "attacks",
    says: "Nothing that was shown still opens a door, and nothing else is closed.",
    why: "Look in the log at which fields were sent to somebody else. A name cannot be revoked, a token can.",
    holds: ({ tokenOf }, run) =>
      !run.has("revoke-all") && run.answers("revoke").chosen("of") === tokenOf,
  },
];

export const lab: IncidentLab<Task> = {
  draw: drawTask,
  scenario,
  checks: [...works, ...attacks],
  stoppedAt,
  review,
};
