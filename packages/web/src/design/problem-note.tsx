import type { Problem } from "@checkride/api/problems";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { waitText } from "./problem-words.ts";

type ProblemNoteProps = {
  readonly problem: Problem;
  /** Where the same thing can be asked again. */
  readonly onRetry?: () => void;
};

/** What happened and what to do about it. */
export const ProblemNote = ({ problem, onRetry }: ProblemNoteProps) => {
  const wait = waitText(problem);
  // What the sentence already says needs no list.
  const faults = (problem.faults ?? []).filter((fault) => !problem.detail.includes(fault.says));
  return (
    <div role="alert">
      <Notice
        tone="bad"
        title={problem.title}
        actions={onRetry ? <Button onPress={onRetry}>Try again</Button> : null}
      >
        {problem.detail && problem.detail !== problem.title ? <p>{problem.detail}</p> : null}
        {faults.length > 0 ? (
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.in} ${fault.says}`}>
                <code>{fault.in}</code>: {fault.says}
              </li>
            ))}
          </ul>
        ) : null}
        {problem.wayOut ? <p>{problem.wayOut}</p> : null}
        {wait ? <p>{wait}</p> : null}
        {problem.requestId && problem.status >= 500 ? (
          <p>
            Reference for the log: <code>{problem.requestId}</code>
          </p>
        ) : null}
      </Notice>
    </div>
  );
};
