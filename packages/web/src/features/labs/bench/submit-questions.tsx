import type { LabWorkspace } from "@checkride/api/labs";
import { ConfirmDialog } from "../../../design/confirm-dialog.tsx";
import { countAnswered } from "../asked/answers.ts";
import { answersIn } from "./answers-in.ts";
import type { FileText } from "./draft.ts";

type SubmitQuestionsProps = {
  readonly asked: LabWorkspace["asked"];
  readonly texts: readonly FileText[];
  /** A person has the last word, and what they return is gone on with. */
  readonly isReviewed: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
};

/** Most questions can be handed in once: nobody finds the answers by trying. */
export const SubmitQuestions = (props: SubmitQuestionsProps) => {
  const { asked, texts, isReviewed, isOpen, onClose, onSubmit } = props;
  const open = asked.length - countAnswered(asked, answersIn(texts));
  return (
    <ConfirmDialog
      title={open === 0 ? "Submit your answers?" : `Submit with ${open} not answered?`}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={onSubmit}
      confirmLabel="Submit"
      isDanger={open > 0}
    >
      <p>
        {isReviewed
          ? "What does not hold can be mended and handed in again. Once all of it holds, a person reads it, and until they have decided nothing can be handed in."
          : "There is one attempt at these questions. If it does not pass, the next try has other ones."}
      </p>
    </ConfirmDialog>
  );
};
