import type { Problem } from "@checkride/api/problems";
import type { Answer } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { type ReactNode, useState } from "react";
import { Button } from "../design/button.tsx";
import { ProblemNote } from "../design/problem-note.tsx";
import { emptyAnswer, missing } from "./draft.ts";
import { ExerciseBody } from "./exercise-body.tsx";
import { ExerciseFrame } from "./exercise-frame.tsx";

type ExerciseQuestionProps = {
  readonly exercise: ShownExercise;
  readonly sendWords: string;
  /** What is asked besides, such as how sure somebody is. */
  readonly besides: ReactNode;
  /** What is still to be said there; null: nothing. */
  readonly besidesMissing: string | null;
  readonly onSend: (answer: Answer) => Promise<Problem | null>;
};

const noReason = () => null;
const nothingRuns = () => undefined;

/** An exercise that is answered without being told anything back. */
export const ExerciseQuestion = (props: ExerciseQuestionProps) => {
  const { exercise, sendWords, besides, besidesMissing, onSend } = props;
  const [draft, setDraft] = useState<Answer>(() => emptyAnswer(exercise));
  const [isPending, setPending] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stillMissing = missing(exercise, draft) ?? besidesMissing;
  const send = async () => {
    setTried(true);
    if (stillMissing !== null || isPending) return;
    setPending(true);
    setProblem(await onSend(draft));
    setPending(false);
  };
  return (
    <ExerciseFrame exercise={exercise} state="open" level={2}>
      <ExerciseBody
        exercise={exercise}
        draft={draft}
        onDraft={setDraft}
        reasonFor={noReason}
        isLocked={isPending}
        ran={null}
        here={null}
        onRun={nothingRuns}
      />
      {besides}
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="row">
        <Button variant="go" isPending={isPending} onPress={() => void send()}>
          {sendWords}
        </Button>
        <p className="exercise-hint" role="status">
          {hasTried ? stillMissing : null}
        </p>
      </div>
    </ExerciseFrame>
  );
};
