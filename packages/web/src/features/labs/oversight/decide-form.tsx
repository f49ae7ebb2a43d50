import { useState } from "react";
import { expectArrival } from "../../../design/arrival.ts";
import { Button } from "../../../design/button.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { TextArea } from "../../../design/text-area.tsx";
import { useAct } from "../../../shell/query.ts";

type DecideFormProps = {
  readonly attempt: string;
  readonly onDone: (accepted: boolean) => void;
};

const commentMin = 20;

/** Accepted or returned, never without a word. */
export const DecideForm = ({ attempt, onDone }: DecideFormProps) => {
  const [comment, setComment] = useState("");
  const [hasTried, setTried] = useState(false);
  const { act, isPending, problem } = useAct("POST /api/lab-reviews/{attempt}", [
    "GET /api/lab-reviews",
  ]);
  const isShort = comment.trim().length < commentMin;
  const decide = async (accepted: boolean) => {
    setTried(true);
    if (isShort || isPending) return;
    const decided = await act({ params: { attempt }, body: { accepted, comment } });
    if (!decided.ok) return;
    expectArrival();
    onDone(accepted);
  };
  return (
    <div className="stack">
      <TextArea
        label="What the author should know"
        description="What is good, and what is missing."
        value={comment}
        onChange={setComment}
        rows={5}
        maxLength={4000}
        error={hasTried && isShort ? `Write at least ${commentMin} letters.` : null}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="row">
        <Button variant="go" isPending={isPending} onPress={() => void decide(true)}>
          Accept
        </Button>
        <Button isPending={isPending} onPress={() => void decide(false)}>
          Return it
        </Button>
      </div>
    </div>
  );
};
