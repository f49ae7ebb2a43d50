import type { LabAttempt, LabBench, LabPublicRun, LabWorkspace } from "@checkride/api/labs";
import type { Problem } from "@checkride/api/problems";
import { ProblemNote } from "../../../design/problem-note.tsx";
import type { FileText } from "../bench/draft.ts";
import type { Place } from "./fault-place.ts";
import { History } from "./history.tsx";
import { isUnfinished } from "./result-words.ts";
import { RunView } from "./run-view.tsx";
import { VerdictView } from "./verdict-view.tsx";
import { Waiting } from "./waiting.tsx";

type ResultsPaneProps = {
  readonly bench: LabBench;
  readonly workspace: LabWorkspace;
  readonly attempt: LabAttempt | null;
  /** The last run; null once something was submitted after it. */
  readonly run: LabPublicRun | null;
  readonly problem: Problem | null;
  readonly draft: readonly FileText[];
  readonly onPlace: (place: Place) => void;
  readonly onRestore: ((files: readonly FileText[]) => void) | null;
};

const nothingText = ({ lab }: LabBench, { asked, board }: LabWorkspace): string => {
  if (board !== null) return "Nothing was graded yet. Once the incident has ended, Submit decides.";
  if (lab.isReviewed) {
    return "Nothing was graded yet. Submit says what does not hold; once all of it does, a person reads it.";
  }
  return asked.length > 0
    ? "Nothing was graded yet. Submit decides; there is one attempt at these questions."
    : "Nothing was run yet. Run shows the public part; Submit decides, with inputs that stay hidden.";
};

const Newest = ({ bench, workspace, attempt, run, onPlace }: ResultsPaneProps) => {
  const paths = workspace.files.map(({ path }) => path);
  if (attempt && isUnfinished(attempt)) return <Waiting key={attempt.id} attempt={attempt} />;
  if (run) {
    return (
      <RunView
        run={run}
        language={bench.lab.language}
        says={Object.fromEntries(bench.checks.map(({ id, says }) => [id, says]))}
        paths={paths}
        onPlace={onPlace}
      />
    );
  }
  if (attempt) return <VerdictView attempt={attempt} paths={paths} onPlace={onPlace} />;
  return <p className="muted">{nothingText(bench, workspace)}</p>;
};

/** The newest result, and what was handed in before. */
export const ResultsPane = (props: ResultsPaneProps) => (
  <>
    {props.problem ? <ProblemNote problem={props.problem} /> : null}
    <Newest {...props} />
    <History workspace={props.workspace} draft={props.draft} onRestore={props.onRestore} />
  </>
);
