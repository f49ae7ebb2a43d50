import { linesOf } from "../../design/code-tokens.ts";
import { keyed } from "../../design/keyed.ts";

type PrintedProps = {
  readonly output: string;
  /** The error that ended it, or why it was stopped. */
  readonly error: string | null;
};

/** What a program printed, escaped and cut by whoever ran it. */
export const Printed = ({ output, error }: PrintedProps) => {
  const lines = output === "" ? [] : linesOf(output);
  return (
    <div className="run-printed" role="status">
      <p className="field-legend">{error === null ? "It printed" : "It ended with an error"}</p>
      <pre>
        {keyed(lines).map(({ key, value }) => (
          <span key={key}>{value}</span>
        ))}
        {lines.length === 0 && error === null ? <span>Nothing.</span> : null}
        {error === null ? null : <span data-error>{error}</span>}
      </pre>
    </div>
  );
};
