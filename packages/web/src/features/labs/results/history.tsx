import type { LabAttempt, LabWorkspace } from "@checkride/api/labs";
import { useState } from "react";
import { Moment } from "../../../design/moment.tsx";
import type { FileText } from "../bench/draft.ts";
import { AttemptDifference } from "./attempt-difference.tsx";
import { attemptText } from "./result-words.ts";
import "./history.css";

type HistoryProps = {
  readonly workspace: LabWorkspace;
  /** What stands in the editor. */
  readonly draft: readonly FileText[];
  /** Null: nothing can be written any more. */
  readonly onRestore: ((files: readonly FileText[]) => void) | null;
};

const Row = ({
  attempt,
  isPair,
  onOpen,
}: {
  readonly attempt: LabAttempt;
  readonly isPair: boolean;
  readonly onOpen: () => void;
}) => (
  <li>
    <span className="mono">{attempt.number}</span>
    <span>
      {attemptText(attempt)}
      <span className="history-when">
        <Moment at={attempt.at} as="minute" />
        {isPair ? ` · ${attempt.by.name}` : ""}
      </span>
    </span>
    <button type="button" onClick={onOpen} aria-label={`Look at attempt ${attempt.number}`}>
      Look
    </button>
  </li>
);

/** What was handed in so far, newest first; each can be compared with any other and taken up again. */
export const History = ({ workspace, draft, onRestore }: HistoryProps) => {
  const [looked, setLooked] = useState<LabAttempt | null>(null);
  const { attempts, members } = workspace;
  return attempts.length === 0 ? null : (
    <section className="history" aria-label="Attempts">
      <h3>Attempts</h3>
      <ol>
        {attempts.map((attempt) => (
          <Row
            key={attempt.id}
            attempt={attempt}
            isPair={members.length > 1}
            onOpen={() => setLooked(attempt)}
          />
        ))}
      </ol>
      {looked ? (
        <AttemptDifference
          workspace={workspace}
          attempt={looked}
          draft={draft}
          onRestore={onRestore}
          onClose={() => setLooked(null)}
        />
      ) : null}
    </section>
  );
};
