import type { LabSubmission } from "@checkride/api/lab-oversight";
import { isAcceptedWith, type RubricPoints, rubricFaults } from "@checkride/rules/labs/rubric";
import { useState } from "react";
import { expectArrival } from "../../../design/arrival.ts";
import { Button } from "../../../design/button.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { TextArea } from "../../../design/text-area.tsx";
import { useAct } from "../../../shell/query.ts";
import { RubricFields } from "./rubric-fields.tsx";
import "./oversight.css";

type DecideFormProps = {
  readonly submission: Pick<LabSubmission, "attempt" | "rubric">;
  readonly onDone: (accepted: boolean) => void;
};

const commentMin = 20;

type DecisionsProps = {
  /** Null: whoever decides is free to; else the points say it, once there are all of them. */
  readonly byPoints: boolean | "open" | null;
  readonly isPending: boolean;
  readonly onDecide: (accepted: boolean) => void;
};

const Decisions = ({ byPoints, isPending, onDecide }: DecisionsProps) =>
  byPoints === "open" ? (
    <div className="row">
      <Button onPress={() => onDecide(false)}>Decide by these points</Button>
    </div>
  ) : (
    <div className="row">
      {byPoints === false ? null : (
        <Button variant="go" isPending={isPending} onPress={() => onDecide(true)}>
          Accept
        </Button>
      )}
      {byPoints === true ? null : (
        <Button
          variant={byPoints === null ? "plain" : "go"}
          isPending={isPending}
          onPress={() => onDecide(false)}
        >
          Return it
        </Button>
      )}
    </div>
  );

/** Accepted or returned, never without a word; where a rubric asks, by its points. */
export const DecideForm = ({ submission, onDone }: DecideFormProps) => {
  const { attempt, rubric } = submission;
  const [comment, setComment] = useState("");
  const [points, setPoints] = useState<RubricPoints>({});
  const [hasTried, setTried] = useState(false);
  const { act, isPending, problem } = useAct("POST /api/lab-reviews/{attempt}", [
    "GET /api/lab-reviews",
  ]);
  const isShort = comment.trim().length < commentMin;
  const open = rubric === null ? 0 : rubricFaults(rubric, points).length;
  const decide = async (accepted: boolean) => {
    setTried(true);
    if (isShort || open > 0 || isPending) return;
    const body = { accepted, comment, ...(rubric !== null && { points }) };
    const decided = await act({ params: { attempt }, body });
    if (!decided.ok) return;
    expectArrival();
    onDone(accepted);
  };
  return (
    <div className="stack review-form-roomy">
      {rubric === null ? null : (
        <RubricFields rubric={rubric} points={points} onPoints={setPoints} />
      )}
      <TextArea
        label="What the author should know"
        description="What is good, and what is missing."
        value={comment}
        onChange={setComment}
        rows={5}
        maxLength={4000}
        error={hasTried && isShort ? `Write at least ${commentMin} letters.` : null}
      />
      {hasTried && open > 0 ? (
        <p className="field-error" role="alert">
          {open === 1 ? "One question has" : `${open} questions have`} no points yet.
        </p>
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <Decisions
        byPoints={rubric === null ? null : open > 0 ? "open" : isAcceptedWith(rubric, points)}
        isPending={isPending}
        onDecide={(accepted) => void decide(accepted)}
      />
    </div>
  );
};
