import type { Run, Scenario } from "@checkride/range/kit/incident";
import { knownAt, provenAt, stoppedAt, tellWithin } from "./facts.ts";
import { injects } from "./injects.ts";
import { moves } from "./moves.ts";
import { papers } from "./papers.ts";
import type { Task } from "./task.ts";

export const scenario = (task: Task): Scenario => ({
  begins: "09:00",
  ends: { atMinute: 240, title: "The next lead takes over" },
  situation,
  moves: moves(task),
  injects: injects(task),
  papers: papers(task),
  clocks: [
    {
      id: "officer",
      title: "Data protection officer told (agreement, 7.1)",
      atMinute: 60,
      metAt: (run) => run.at("tell-officer"),
    },
    {
      id: "rotation",
      title: "Logs are rotated",
      atMinute: 60,
      metAt: (run) => run.at("keep"),
    },
    {
      id: "customers",
      title: "Customers concerned told (agreement, 7.2)",
      atMinute: (run) => {
        const known = knownAt(run);
        return known === null ? null : known + tellWithin;
      },
      metAt: (run) => run.at("tell-customers"),
    },
  ],
});

const situation = (run: Run): string => {
  if (run.has("restore")) {
    return provenAt(run) !== null
      ? "Repaired, tested, and live for all. What is left is to tell and to write down."
      : "Live for all again. Whether it holds is not known.";
  }
  if (stoppedAt(run) === null) {
    return "The support assistant of a logistics software shows data of one customer to another. It is still doing so.";
  }
  return run.has("off") && !run.has("limit")
    ? "The assistant is off for everybody. Nothing leaks, and nobody is served."
    : "Account answers are off. Nothing leaks; what needs no account is answered.";
};
