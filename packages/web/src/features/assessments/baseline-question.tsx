import type { AssessmentTry } from "@checkride/api/assessments";
import type { OpenItem } from "@checkride/api/tries";
import type { Answer } from "@checkride/rules/answer";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { expectArrival } from "../../design/arrival.ts";
import { Page } from "../../design/page.tsx";
import { ExerciseQuestion } from "../../exercises/exercise-question.tsx";
import { TryMarks } from "../../exercises/try-marks.tsx";
import { client } from "../../shell/query.ts";
import { keepTry } from "./baseline-cache.ts";
import type { Sureness } from "./baseline-words.ts";
import { SurenessField } from "./sureness.tsx";

type BaselineQuestionProps = { readonly sitting: AssessmentTry; readonly item: OpenItem };

export const BaselineQuestion = ({ sitting, item }: BaselineQuestionProps) => {
  const [sure, setSure] = useState<Sureness | null>(null);
  const send = async (answer: Answer) => {
    if (sure === null) return null;
    const sent = await client("POST /api/assessment-tries/{try}/answers", {
      params: { try: sitting.id },
      body: { place: item.place, answer, sure },
    });
    if (!sent.ok) return sent.problem;
    expectArrival();
    keepTry(sent.value);
    return null;
  };
  const { answered, of, title } = sitting;
  return (
    <Page
      kicker={
        <>
          <Link to="/assessments/baseline">{title}</Link> · {item.competency.title}
        </>
      }
      sentence={`Question ${answered + 1} of at most ${of}.`}
    >
      <TryMarks of={of} isAsking marks={Array.from({ length: answered }, () => "given")} />
      <div className="assessment-question">
        <ExerciseQuestion
          exercise={item.exercise}
          sendWords="Keep and go on"
          besides={<SurenessField value={sure} onChange={setSure} />}
          besidesMissing={sure === null ? "Say how sure you are." : null}
          onSend={send}
        />
        <p className="assessment-stop">
          Kept with every answer: you can close this page and go on another day.
        </p>
      </div>
    </Page>
  );
};
