import "./share-bar.css";

type ShareBarProps = {
  /** 0 to 1. */
  readonly share: number;
};

/** A share as a bar from nothing to all, with its number; the head of the column names the scale. */
export const ShareBar = ({ share }: ShareBarProps) => (
  <span className="share">
    <span className="share-track" aria-hidden="true">
      <span className="share-fill" style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
    </span>
    <span className="share-number">{Math.round(share * 100)}&nbsp;%</span>
  </span>
);
