import type { LabDebrief, LabWorkspace } from "@checkride/api/labs";
import { useState } from "react";
import { Section } from "../../../design/section.tsx";
import { Select } from "../../../design/select.tsx";
import { answersFile, readAnswers } from "../asked/answers.ts";
import { AskedList } from "../asked/asked-list.tsx";

type AnsweredReviewProps = {
  readonly workspace: LabWorkspace;
  readonly debrief: LabDebrief;
};

const whose = [
  { value: "mine", label: "what I answered" },
  { value: "model", label: "the model solution" },
] as const;

/** Question by question, as it was answered here or as it should be, with what the author says of each. */
export const AnsweredReview = ({ workspace, debrief }: AnsweredReviewProps) => {
  const file = debrief.solution.find(({ path }) => path === answersFile);
  const [shown, setShown] = useState<"mine" | "model">(file?.mine ? "mine" : "model");
  if (file === undefined) return null;
  return (
    <Section title="Question by question">
      {file.mine === null ? null : (
        <div className="model-way">
          <Select label="Show" value={shown} options={whose} onChange={setShown} />
        </div>
      )}
      <AskedList
        asked={workspace.asked}
        answers={readAnswers((shown === "mine" ? file.mine : file.model) ?? "")}
        onAnswer={() => undefined}
        isLocked
        review={debrief.review}
      />
    </Section>
  );
};
