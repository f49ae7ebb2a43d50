import type { LabWorkspace } from "@checkride/api/labs";
import type { Json } from "@checkride/rules/exercise";
import { ProgressBar } from "../../../design/progress-bar.tsx";
import { countAnswered } from "../asked/answers.ts";
import { AskedList } from "../asked/asked-list.tsx";
import { answersIn } from "./answers-in.ts";
import type { FileText } from "./draft.ts";

type QuestionsPaneProps = {
  readonly asked: LabWorkspace["asked"];
  readonly texts: readonly FileText[];
  readonly isLocked: boolean;
  readonly onAnswer: (question: string, value: Json) => void;
};

/** Questions in the place of an editor; the answers are one file, saved like any other draft. */
export const QuestionsPane = ({ asked, texts, isLocked, onAnswer }: QuestionsPaneProps) => {
  const answers = answersIn(texts);
  const done = countAnswered(asked, answers);
  return (
    <div className="bench-questions">
      <p className="bench-progress">
        <ProgressBar label="Questions" done={done} of={asked.length} showCount={false} />
        <span>
          {done} of {asked.length} answered
        </span>
      </p>
      <AskedList asked={asked} answers={answers} onAnswer={onAnswer} isLocked={isLocked} />
    </div>
  );
};
