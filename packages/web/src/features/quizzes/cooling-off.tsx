import { useEffect } from "react";
import { Notice } from "../../design/notice.tsx";
import { clockTime } from "./quiz-words.ts";

type CoolingOffProps = { readonly from: string; readonly onOver: () => void };

const longestTimerMs = 2_000_000_000;
/** This clock and the server's may differ a little. */
const marginMs = 1_000;

/** Why there is a pause and when it is over; the page finds out by itself when it is. */
export const CoolingOff = ({ from, onOver }: CoolingOffProps) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one timer for each moment
  useEffect(() => {
    const waitMs = Math.min(Math.max(0, Date.parse(from) - Date.now()) + marginMs, longestTimerMs);
    const timer = setTimeout(onOver, waitMs);
    return () => clearTimeout(timer);
  }, [from]);
  return (
    <Notice title={`Between two tries lie ten minutes: another one opens at ${clockTime(from)}.`}>
      Time to read the reasons. The next try draws other questions where the bank has them.
    </Notice>
  );
};
