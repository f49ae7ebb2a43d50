import type { FeedbackView } from "@checkride/api/feedback";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Select } from "../../design/select.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct } from "../../shell/query.ts";

const options = [
  { value: "answered", label: "Answered" },
  { value: "done", label: "Done: the lesson was changed" },
  { value: "open", label: "Still open" },
] as const;

type AnswerFeedbackProps = { readonly feedback: FeedbackView; readonly onClose: () => void };

export const AnswerFeedback = ({ feedback, onClose }: AnswerFeedbackProps) => {
  const [state, setState] = useState<FeedbackView["state"]>(
    feedback.state === "open" ? "answered" : feedback.state,
  );
  const [note, setNote] = useState(feedback.note);
  const answer = useAct("PATCH /api/feedback/{feedback}", [
    "GET /api/feedback",
    "GET /api/content/health",
  ]);
  const send = async () => {
    const body = { state, note: note.trim() };
    const sent = await answer.act({ params: { feedback: feedback.id }, body });
    if (sent.ok) onClose();
  };
  return (
    <Dialog
      title="Answer"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="go" isPending={answer.isPending} onPress={() => void send()}>
            Keep the answer
          </Button>
        </>
      }
    >
      <blockquote className="feedback-text">{feedback.text}</blockquote>
      <Select label="State" value={state} options={options} onChange={setState} />
      <TextArea
        label="What came of it"
        rows={4}
        value={note}
        onChange={setNote}
        maxLength={2000}
        description="Whoever said it reads this."
      />
      {answer.problem ? <ProblemNote problem={answer.problem} /> : null}
    </Dialog>
  );
};
