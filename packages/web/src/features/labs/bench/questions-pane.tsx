import type { LabWorkspace } from "@checkride/api/labs";
import type { Json } from "@checkride/rules/exercise";
import { ProgressBar } from "../../../design/progress-bar.tsx";
import { answersFile, countAnswered, writeAnswers } from "../asked/answers.ts";
import { AskedList } from "../asked/asked-list.tsx";
import { answersIn } from "./answers-in.ts";
import type { FileText } from "./draft.ts";

type QuestionsPaneProps = {
  readonly asked: LabWorkspace["asked"];
  readonly texts: readonly FileText[];
  readonly isLocked: boolean;
  readonly onTexts: (texts: readonly FileText[]) => void;
};

/** Questions in the place of an editor; the answers are one file, saved like any other draft. */
export const QuestionsPane = ({ asked, texts, isLocked, onTexts }: QuestionsPaneProps) => {
  const answers = answersIn(texts);
  const answer = (question: string, value: Json) =>
    onTexts([{ path: answersFile, text: writeAnswers({ ...answers, [question]: value }) }]);
  const done = countAnswered(asked, answers);
  return (
    <div className="bench-questions">
      <p className="bench-progress">
        <ProgressBar label="Questions" done={done} of={asked.length} showCount={false} />
        <span>
          {done} of {asked.length} answered
        </span>
      </p>
      <AskedList asked={asked} answers={answers} onAnswer={answer} isLocked={isLocked} />
    </div>
  );
};
