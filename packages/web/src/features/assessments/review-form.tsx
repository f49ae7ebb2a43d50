import type { Answer } from "@checkride/api/client";
import type { Submission } from "@checkride/api/written";
import { useId, useState } from "react";
import { expectArrival } from "../../design/arrival.ts";
import { Button } from "../../design/button.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { client, queryClient } from "../../shell/query.ts";
import { type Point, pointSteps, pointWords } from "./written-words.ts";

export type Outcome = Answer<"POST /api/reviews/{submission}">;

type PointFieldProps = {
  readonly says: string;
  readonly value: Point | undefined;
  readonly onChange: (value: Point) => void;
};

const PointField = ({ says, value, onChange }: PointFieldProps) => {
  const name = useId();
  return (
    <fieldset className="sureness">
      <legend>{says}</legend>
      <div className="sureness-choices" data-three>
        {pointSteps.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={name}
              checked={value === step}
              onChange={() => onChange(step)}
            />
            <span>
              {step} · {pointWords[step]}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const commentMin = 20;

type ReviewFormProps = {
  readonly submission: Submission;
  readonly onDone: (outcome: Outcome) => void;
};

type Problem = Parameters<typeof ProblemNote>[0]["problem"];

const refresh = () => void queryClient.invalidateQueries({ queryKey: ["GET /api/reviews"] });

export const ReviewForm = ({ submission, onDone }: ReviewFormProps) => {
  const [points, setPoints] = useState<Readonly<Record<string, Point>>>({});
  const [comment, setComment] = useState("");
  const [isTold, setTold] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = submission.rubric.filter(({ id }) => points[id] === undefined).length;
  const isShort = comment.trim().length < commentMin;
  const send = async () => {
    setTold(true);
    if (open > 0 || isShort || isPending) return;
    setPending(true);
    const sent = await client("POST /api/reviews/{submission}", {
      params: { submission: submission.id },
      body: { points, comment: comment.trim() },
    });
    setPending(false);
    if (!sent.ok) {
      setProblem(sent.problem);
      return;
    }
    expectArrival();
    refresh();
    onDone(sent.value);
  };
  const sum = Object.values(points).reduce<number>((all, point) => all + point, 0);
  return (
    <div className="review-form">
      {submission.rubric.map(({ id, says }) => (
        <PointField
          key={id}
          says={says}
          value={points[id]}
          onChange={(value) => setPoints({ ...points, [id]: value })}
        />
      ))}
      <TextArea
        label="What you would say to the author"
        description="What holds, what is missing, and what would change your points."
        rows={5}
        maxLength={4000}
        value={comment}
        onChange={setComment}
        error={isTold && isShort ? `Write at least ${commentMin} letters.` : null}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="row">
        <Button variant="go" isPending={isPending} onPress={() => void send()}>
          Keep my review
        </Button>
        <p className="written-saved" role="status">
          {isTold && open > 0
            ? `${open} ${open === 1 ? "point has" : "points have"} nothing yet.`
            : `${sum} of ${submission.rubric.length} points`}
        </p>
      </div>
    </div>
  );
};
