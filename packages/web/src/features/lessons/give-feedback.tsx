import type { LessonStep, LessonView } from "@checkride/api/lessons";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { Select } from "../../design/select.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct } from "../../shell/query.ts";

const kinds = [
  { value: "wrong", label: "Something is wrong" },
  { value: "unclear", label: "Something is unclear" },
  { value: "broken", label: "Something does not work" },
  { value: "idea", label: "I have an idea" },
] as const;
type Kind = (typeof kinds)[number]["value"];

type FeedbackProps = {
  readonly lesson: Pick<LessonView, "id" | "owner">;
  /** Null: at the end, about the lesson as a whole. */
  readonly step: Pick<LessonStep, "id"> | null;
};

type FormProps = FeedbackProps & {
  readonly onClose: () => void;
  readonly onSent: () => void;
};

const FeedbackForm = ({ lesson, step, onClose, onSent }: FormProps) => {
  const [kind, setKind] = useState<Kind>("wrong");
  const [text, setText] = useState("");
  const [isTold, setTold] = useState(false);
  const sending = useAct("POST /api/feedback", ["GET /api/feedback"]);
  const isEmpty = text.trim() === "";
  const send = async () => {
    setTold(isEmpty);
    if (isEmpty) return;
    const sent = await sending.act({
      body: { lesson: lesson.id, step: step?.id ?? null, kind, text },
    });
    if (sent.ok) onSent();
  };
  const missing = isTold && isEmpty ? "Say in a sentence what it is." : null;
  return (
    <Dialog
      title={step ? "About this step" : "About this lesson"}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="go" isPending={sending.isPending} onPress={() => void send()}>
            Send to the owner
          </Button>
        </>
      }
    >
      <Select label="What is it?" value={kind} options={kinds} onChange={setKind} />
      <TextArea
        label="In your words"
        rows={5}
        maxLength={2000}
        value={text}
        onChange={setText}
        error={missing ?? faultOf(sending.problem, "text")}
        description={`${lesson.owner} reads it, with the place it is about.`}
      />
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
    </Dialog>
  );
};

/** A word to whoever owns the text, from the step where it came up. */
export const GiveFeedback = (props: FeedbackProps) => {
  const [state, setState] = useState<"closed" | "open" | "sent">("closed");
  return (
    <div className="feedback">
      <Button variant="quiet" onPress={() => setState("open")}>
        Wrong or unclear?
      </Button>
      <span role="status">
        {state === "sent" ? (
          <>
            Sent to {props.lesson.owner}. <Link to="/feedback/mine">What becomes of it</Link>
          </>
        ) : null}
      </span>
      {state === "open" ? (
        <FeedbackForm
          {...props}
          onClose={() => setState("closed")}
          onSent={() => setState("sent")}
        />
      ) : null}
    </div>
  );
};
