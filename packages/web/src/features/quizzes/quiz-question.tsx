import type { QuizTry } from "@checkride/api/quizzes";
import type { Answer } from "@checkride/rules/answer";
import { Link } from "@tanstack/react-router";
import { expectArrival } from "../../design/arrival.ts";
import { Button } from "../../design/button.tsx";
import { Kbd } from "../../design/kbd.tsx";
import { Page } from "../../design/page.tsx";
import { ExerciseView } from "../../exercises/exercise-view.tsx";
import { SourceLinks } from "../../exercises/source-links.tsx";
import { TryMarks } from "../../exercises/try-marks.tsx";
import type { Sent } from "../../exercises/use-exercise.ts";
import { client } from "../../shell/query.ts";
import { usePageKeys } from "../../shell/use-page-keys.ts";
import { keepAnswer } from "./quiz-cache.ts";

type QuizQuestionProps = {
  readonly sitting: QuizTry;
  readonly place: number;
  readonly onNext: () => void;
};

/** One question; once it is answered, its reasons stay until the reader goes on. */
export const QuizQuestion = ({ sitting, place, onNext }: QuizQuestionProps) => {
  const done = sitting.items.find((item) => item.place === place) ?? null;
  const item = done ?? sitting.next;
  const answer = async (given: Answer): Promise<Sent> => {
    const params = { try: sitting.id };
    const body = { place, answer: given };
    const sent = await client("POST /api/quiz-tries/{try}/answers", { params, body });
    if (!sent.ok) return sent;
    keepAnswer(sitting.id, sent.value);
    return { ok: true, given: { ...sent.value.item.answered, run: null } };
  };
  const goOn = () => {
    if (!done) return;
    expectArrival();
    onNext();
  };
  usePageKeys({ n: goOn });
  if (!item) return null;
  return (
    <Page
      kicker={
        <>
          <Link to="/quizzes/$quiz" params={{ quiz: sitting.quiz }}>
            {sitting.title}
          </Link>{" "}
          · {item.competency.title}
        </>
      }
      sentence={`Question ${sitting.items.length + (done ? 0 : 1)} of ${sitting.of}.`}
    >
      <TryMarks
        of={sitting.of}
        isAsking={done === null}
        marks={sitting.items.map(({ answered }) => (answered.marking.right ? "right" : "wrong"))}
      />
      <div className="quiz-question">
        <ExerciseView exercise={item.exercise} given={null} onAnswer={answer} isOnce level={2} />
        {done ? (
          <footer className="quiz-foot">
            <SourceLinks sources={done.sources} />
            <div className="row">
              <Button variant="go" onPress={goOn}>
                {sitting.next ? "Next question" : "See the result"}
              </Button>
              <span className="quiz-key">
                <Kbd keys={["n"]} /> next
              </span>
            </div>
          </footer>
        ) : null}
      </div>
    </Page>
  );
};
