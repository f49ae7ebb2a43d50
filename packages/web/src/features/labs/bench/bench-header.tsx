import type { LabBench } from "@checkride/api/labs";
import { Link } from "@tanstack/react-router";
import { Button } from "../../../design/button.tsx";
import { Kbd } from "../../../design/kbd.tsx";
import { usePageHeading } from "../../../design/use-page-heading.ts";
import { attemptsText, kindWords } from "../lab-words.ts";

type BenchHeaderProps = {
  readonly lab: LabBench["lab"];
  readonly attempts: number;
  /** How the draft stands; null: there is nothing to be saved. */
  readonly draftText: string | null;
  /** Null: nothing to be run, or not now. */
  readonly onRun: (() => void) | null;
  readonly isRunning: boolean;
  readonly onSubmit: (() => void) | null;
  readonly isSubmitting: boolean;
};

export const BenchHeader = (props: BenchHeaderProps) => {
  const { lab, attempts, draftText, onRun, isRunning, onSubmit, isSubmitting } = props;
  const heading = usePageHeading(lab.title);
  return (
    <header className="bench-head">
      <Link to="/labs" className="bench-up">
        Labs
      </Link>
      <span className="bench-slash" aria-hidden="true">
        /
      </span>
      <h1 ref={heading} tabIndex={-1}>
        {lab.title}
      </h1>
      <span className="bench-tag">{kindWords(lab.kind)}</span>
      {lab.threats.slice(0, 1).map((threat) => (
        <span key={threat} className="bench-tag bench-threat">
          {threat}
        </span>
      ))}
      <p className="bench-state">
        {draftText === null ? null : <span role="status">{draftText}</span>}
        <span>{attemptsText(attempts)}</span>
      </p>
      <div className="bench-deeds">
        {onRun ? (
          <Button isPending={isRunning} onPress={onRun}>
            Run tests <Kbd keys={["Ctrl", "↵"]} />
          </Button>
        ) : null}
        {onSubmit ? (
          <Button variant="go" isPending={isSubmitting} onPress={onSubmit}>
            Submit
          </Button>
        ) : null}
      </div>
    </header>
  );
};
