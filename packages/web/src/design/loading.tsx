import "./loading.css";

type LoadingProps = {
  /** What is being fetched: "your standing". */
  readonly what: string;
  readonly lines?: number;
};

/** Stays unseen for 200 ms, so that quick answers do not flicker. */
export const Loading = ({ what, lines = 4 }: LoadingProps) => (
  <div className="loading" role="status">
    <span className="hidden-visually">Loading {what}</span>
    {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
      <span key={key} className="loading-line" aria-hidden="true" />
    ))}
  </div>
);
