import {
  type LabRubric,
  mostPoints,
  pointsAltogether,
  type RubricPoints,
  rubricPointsMax,
} from "@checkride/rules/labs/rubric";
import { Chips } from "../../../exercises/chips.tsx";
import "../../../exercises/kinds.css";

type RubricFieldsProps = {
  readonly rubric: LabRubric;
  readonly points: RubricPoints;
  readonly onPoints: (points: RubricPoints) => void;
};

const steps = Array.from({ length: rubricPointsMax + 1 }, (_, step) => step);

const stepLabel = (step: number): string => `${step} ${step === 1 ? "point" : "points"}`;

/** The questions that somebody answers who has the last word; their points decide. */
export const RubricFields = ({ rubric, points, onPoints }: RubricFieldsProps) => (
  <>
    {rubric.questions.map(({ id, says }) => (
      <Chips
        key={id}
        legend={says}
        chips={steps.map((step) => ({ id: `${step}`, face: step, label: stepLabel(step) }))}
        chosen={points[id] === undefined ? null : `${points[id]}`}
        onChoose={(step) => onPoints({ ...points, [id]: Number(step) })}
        isLocked={false}
      />
    ))}
    <p className="muted" role="status">
      {pointsAltogether(rubric, points)} of {mostPoints(rubric)} points; from {rubric.acceptedFrom}{" "}
      on it is accepted.
    </p>
  </>
);
