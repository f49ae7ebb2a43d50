import type { IncidentCheck, IncidentLab, Run } from "@checkride/range/kit/incident";
import { decisionText } from "./decisions.ts";
import { cleaned, isBack, isGood, provenAt, triggerAt } from "./facts.ts";
import { review } from "./review.ts";
import { complianceBy, holdBy, noon, scenario } from "./scenario.ts";
import { drawTask, type Task } from "./task.ts";

/** Rules for two hours are a grip; for a day they are another incident. */
const canPay = (run: Run): boolean => {
  const [off, back] = [run.at("fallback"), run.at("rollback")];
  return !run.has("all-people") && (off === null || (back !== null && back - off <= 120));
};

const affectedLines = ({ decisions }: Task): readonly number[] =>
  decisions.flatMap(({ isAffected }, at) => (isAffected ? [at] : []));

const marked = ({ decisions }: Task, run: Run): readonly number[] =>
  run.lines("list", "lines", decisionText(decisions));

const heldAt = (run: Run): number =>
  Math.min(...["hold", "fallback", "rollback"].map((move) => run.at(move) ?? 660));

const works: readonly IncidentCheck<Task>[] = [
  {
    id: "paying",
    half: "works",
    says: "Honest customers can pay all day.",
    why: "Rules refuse one in sixteen, and people read one payment in a hundred. Look in the handbook for the smallest step.",
    holds: (_, run) => canPay(run),
  },
  {
    id: "target",
    half: "works",
    says: "The version that you go back to is known to be good, and its price is paid.",
    why: "Sources, signature, what serving speaks, and a trigger test that was run before. A known bug needs people for what it spoils, and no more than they can take.",
    holds: (task, run) => {
      const tried = triggerAt(task, run);
      const back = run.at("rollback");
      const beside = run.answers("rollback").chosen("beside");
      const isTested = tried !== null && back !== null && tried <= back;
      return isBack(task, run) && isTested && beside === "currency";
    },
  },
  {
    id: "retrained",
    half: "works",
    says: "A new version is live that was shown to refuse the frauds and to be as good as before.",
    why: "Too little taken out leaves the mark, too much costs quality. Both have to be tested, before it is released.",
    holds: (_, run) => {
      const [proven, released] = [provenAt(run), run.at("release")];
      return isGood(cleaned(run)) && proven !== null && released !== null && proven <= released;
    },
  },
  {
    id: "list-short",
    half: "works",
    says: "Decisions that are sound are not called into question: one line too many at most.",
    why: "A shadow decides nothing, a cached score belongs to the version that made it, and what a person stopped is stopped.",
    holds: (task, run) => {
      const lines = marked(task, run);
      const right = affectedLines(task);
      return lines.length > 0 && lines.filter((line) => !right.includes(line)).length <= 1;
    },
  },
];

const attacks: readonly IncidentCheck<Task>[] = [
  {
    id: "held",
    half: "attacks",
    says: "Within an hour the frauds that were reported no longer pass.",
    why: "You need no cause for that. The merchant's payments are a thousandth of all.",
    holds: (_, run) => heldAt(run) <= holdBy,
  },
  {
    id: "frozen",
    half: "attacks",
    says: "Nothing is trained or released behind your back.",
    why: "The scheduler knows nothing of an incident. What it trains of the same data has learned the same.",
    holds: (_, run) => (run.at("freeze") ?? 660) <= noon,
  },
  {
    id: "origin",
    half: "attacks",
    says: "Bad source and first bad version are named rightly.",
    why: "Neither the newest source nor the first version that has the source: look for the batch that is not like its own earlier ones, and for the first training that reaches past its day.",
    holds: ({ sources, firstBad }, run) =>
      run.answers("name-source").chosen("source") === sources[0] &&
      run.answers("name-source").chosen("version") === `v${firstBad}`,
  },
  {
    id: "impact",
    half: "attacks",
    says: "Every decision that was influenced is listed, also what was built on one.",
    why: "Other merchants, canaries, cached scores, a raised limit, and the decisions that will be labels in December.",
    holds: (task, run) => {
      const lines = marked(task, run);
      return affectedLines(task).every((line) => lines.includes(line));
    },
  },
  {
    id: "told",
    half: "attacks",
    says: "Compliance hears of it in time.",
    why: "The handbook has a clock, and it runs from the first report.",
    holds: (_, run) => (run.at("tell-compliance") ?? 660) <= complianceBy,
  },
  {
    id: "prevented",
    half: "attacks",
    says: "What the registry lets in has changed, so that this way is closed.",
    why: "It came in as a batch that nobody compared, and went live by a figure that cannot see it.",
    holds: (_, run) =>
      run.answers("policy").chosen("admission") === "proven" &&
      run.answers("policy").chosen("batches") === "checked",
  },
];

export const lab: IncidentLab<Task> = {
  draw: drawTask,
  scenario,
  checks: [...works, ...attacks],
  stoppedAt: (run) => {
    const at = heldAt(run);
    return at === 660 ? null : at;
  },
  review,
};
