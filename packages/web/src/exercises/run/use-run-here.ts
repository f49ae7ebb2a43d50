import type { Answer } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { useState } from "react";
import type { Ran } from "./messages.ts";

export type RunHere = {
  /** What the program printed in this browser; null where it runs on the server. */
  readonly ran: Ran | null;
  readonly run: () => void;
};

/** TypeScript that nobody grades runs in this browser at once; that it was run is still kept by the server. */
const runsHere = (exercise: ShownExercise): exercise is Extract<ShownExercise, { kind: "run" }> =>
  exercise.kind === "run" && exercise.language === "ts" && exercise.cases.length === 0;

export const useRunHere = (exercise: ShownExercise, draft: Answer): RunHere => {
  const [ran, setRan] = useState<Ran | null>(null);
  const run = async () => {
    if (!runsHere(exercise) || draft.kind !== "run") return;
    const { runHere } = await import("./run-here.ts");
    setRan(await runHere({ before: exercise.before, code: draft.code }));
  };
  return { ran, run: () => void run() };
};
