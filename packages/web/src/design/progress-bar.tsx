import "./progress-bar.css";

type ProgressBarProps = {
  /** What is being counted, for screen readers: "Safe use of AI tools". */
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** Says the numbers beside the bar. */
  readonly showCount?: boolean;
};

export const ProgressBar = ({ label, done, of, showCount = true }: ProgressBarProps) => {
  const share = of > 0 ? Math.min(1, done / of) : 0;
  return (
    <span className="progress">
      <span
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        aria-valuetext={`${done} of ${of}`}
      >
        <span className="progress-fill" style={{ width: `${share * 100}%` }} />
      </span>
      {showCount ? (
        <span className="progress-count" aria-hidden="true">
          {done}/{of}
        </span>
      ) : null}
    </span>
  );
};
