import type { LabWorkspace } from "@checkride/api/labs";
import { isoMinute } from "../../../design/date.ts";

type Solution = LabWorkspace["solution"];

/** What is still between somebody and the model solution, besides passing. */
export const solutionText = ({ honestAttemptsLeft: left, from }: Solution): string => {
  const attempts =
    left > 0 ? `after ${left} more honest ${left === 1 ? "attempt" : "attempts"}` : null;
  const time = from === null ? null : `not before ${isoMinute(from)}`;
  const ways = [attempts, time].filter((way) => way !== null).join(", ");
  return `It opens with a pass${ways === "" ? "" : `; without one ${ways}`}.`;
};
