import { type Level, levelText } from "./level-words.ts";
import "./level-scale.css";

type LevelScaleProps = {
  /** Null: not known yet. */
  readonly level: Level | null;
  readonly expected: Level;
};

const steps = [1, 2, 3] as const;

const stateOf = (step: number, { level, expected }: LevelScaleProps): string => {
  if (level !== null && step <= level) return "reached";
  return step <= expected ? "expected" : "free";
};

/** A level on its scale of three steps; the numbers stand in the table beside it. */
export const LevelScale = (props: LevelScaleProps) => (
  <span className="level">
    <span className="level-scale" aria-hidden="true">
      {steps.map((step) => (
        <span key={step} data-state={stateOf(step, props)} />
      ))}
    </span>
    <span className="level-text">
      {props.level === null ? "not known" : levelText(props.level)}
    </span>
  </span>
);

/** How the scale is read. */
export const LevelLegend = () => (
  <p className="level-legend">
    Levels: 0 none, 1 aware, 2 applies, 3 leads.{" "}
    <span className="level-scale" aria-hidden="true">
      <span data-state="reached" />
    </span>{" "}
    reached,{" "}
    <span className="level-scale" aria-hidden="true">
      <span data-state="expected" />
    </span>{" "}
    expected by your tracks and still ahead.
  </p>
);
