import type { WrittenView } from "@checkride/api/written";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { ProgressBar } from "../../design/progress-bar.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct } from "../../shell/query.ts";
import { Rubric } from "./rubric.tsx";
import { keepWritten, useDraft } from "./use-draft.ts";
import { filledParts, lettersMin } from "./written-words.ts";

const savedWords = {
  saved: "Everything is saved.",
  writing: "Saves itself when you pause.",
  saving: "Saving…",
} as const;

type HandInProps = {
  readonly view: WrittenView;
  readonly flush: () => Promise<number | null>;
  readonly isReady: boolean;
};

const HandIn = ({ view, flush, isReady }: HandInProps) => {
  const [isOpen, setOpen] = useState(false);
  const submit = useAct("POST /api/written-assessments/{assessment}/submit", [
    "GET /api/standing",
    "GET /api/modules",
  ]);
  const confirm = async () => {
    const version = await flush();
    if (version === null) {
      setOpen(false);
      return;
    }
    const params = { assessment: view.assessment };
    const sent = await submit.act({ params, body: { version } });
    if (sent.ok) keepWritten(sent.value);
  };
  return (
    <>
      <Button variant="go" isDisabled={!isReady} onPress={() => setOpen(true)}>
        Hand it in
      </Button>
      <ConfirmDialog
        title="Hand it in?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() => void confirm()}
        confirmLabel="Hand it in"
        isDanger={false}
        isPending={submit.isPending}
        problem={submit.problem}
      >
        <p>
          Two reviewers read it without your name and judge it by the six points. It cannot be
          changed while they do. If it does not pass, you go on from this text.
        </p>
      </ConfirmDialog>
    </>
  );
};

/** The text while it is being written. */
export const WrittenDraft = ({ view }: { readonly view: WrittenView }) => {
  const draft = useDraft(view);
  const filled = filledParts(view.fields, draft.texts);
  const isReady = filled === view.fields.length;
  return (
    <div className="written">
      <div className="written-parts">
        {view.fields.map(({ id, title, help }) => (
          <TextArea
            key={id}
            label={title}
            description={help}
            rows={5}
            maxLength={6000}
            value={draft.texts[id] ?? ""}
            onChange={(text) => draft.change(id, text)}
          />
        ))}
        {draft.problem ? <ProblemNote problem={draft.problem} /> : null}
        <div className="written-foot">
          <HandIn view={view} flush={draft.flush} isReady={isReady} />
          <ProgressBar label="Parts written" done={filled} of={view.fields.length} />
          <p className="written-saved" role="status">
            {draft.problem ? "Not saved." : savedWords[draft.state]}
          </p>
        </div>
        {isReady ? null : (
          <p className="written-saved">
            It can be handed in once each part has at least a sentence ({lettersMin} letters).
          </p>
        )}
      </div>
      <Rubric rubric={view.rubric} pointsToPass={view.pointsToPass} />
    </div>
  );
};
