import type { QuizCard } from "@checkride/api/quizzes";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "../../design/button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { CoolingOff } from "./cooling-off.tsx";
import { keepTry } from "./quiz-cache.ts";
import { kindWords, neededOf, percent, quizSentence } from "./quiz-words.ts";
import "./quiz.css";

const Facts = ({ quiz }: { readonly quiz: QuizCard }) => (
  <dl className="quiz-facts">
    <div>
      <dt>Questions</dt>
      <dd>{quiz.questions}, one at a time</dd>
    </div>
    <div>
      <dt>Time</dt>
      <dd>about {quiz.minutes} min; no clock runs</dd>
    </div>
    <div>
      <dt>To pass</dt>
      <dd>
        {neededOf(quiz.questions, quiz.passMark)} right ({percent(quiz.passMark)})
      </dd>
    </div>
    <div>
      <dt>Your last try</dt>
      <dd>
        {quiz.last ? (
          <>
            {percent(quiz.last.score)}, {quiz.last.passed ? "passed" : "not passed yet"},{" "}
            <Moment as="date" at={quiz.last.at} />
          </>
        ) : (
          "none yet"
        )}
      </dd>
    </div>
  </dl>
);

const beginWords = ({ open, last }: QuizCard): string => {
  if (open) return `Go on with question ${open.answered + 1}`;
  return last ? "Begin another try" : "Begin";
};

const Begin = ({ quiz }: { readonly quiz: QuizCard }) => {
  const begin = useAct("POST /api/quizzes/{quiz}/tries", ["GET /api/quizzes"]);
  const navigate = useNavigate();
  const start = async () => {
    const begun = await begin.act({ params: { quiz: quiz.id } });
    if (!begun.ok) return;
    keepTry(begun.value);
    const params = { quiz: quiz.id, try: begun.value.id };
    void navigate({ to: "/quizzes/$quiz/tries/$try", params });
  };
  const isGo = quiz.last?.passed !== true || quiz.open !== null;
  return (
    <div className="quiz-begin">
      <Button
        variant={isGo ? "go" : "plain"}
        isPending={begin.isPending}
        onPress={() => void start()}
      >
        {beginWords(quiz)}
      </Button>
      {begin.problem ? <ProblemNote problem={begin.problem} /> : null}
    </div>
  );
};

const Quiz = ({ quiz, onAgain }: { readonly quiz: QuizCard; readonly onAgain: () => void }) => {
  const isWaiting = quiz.open === null && quiz.nextFrom !== null;
  return (
    <Page
      kicker={
        <>
          <Link to="/tracks/$track" params={{ track: quiz.track }}>
            Its track
          </Link>{" "}
          · {kindWords[quiz.kind]} · {quiz.title}
        </>
      }
      sentence={quizSentence(quiz)}
      sub="You answer one question at a time and read the reasons at once. The first answer counts. You may stop and go on later."
    >
      <Facts quiz={quiz} />
      {quiz.ready || quiz.open ? null : (
        <Notice title="It cannot be drawn yet.">
          The bank of questions is being filled. An owner sees under content health what is missing.
        </Notice>
      )}
      {isWaiting && quiz.nextFrom ? <CoolingOff from={quiz.nextFrom} onOver={onAgain} /> : null}
      {!isWaiting && (quiz.ready || quiz.open) ? <Begin quiz={quiz} /> : null}
    </Page>
  );
};

export const QuizPage = ({ quizId }: { readonly quizId: string }) => {
  const quiz = useQueryAnswer("GET /api/quizzes/{quiz}", { params: { quiz: quizId } });
  if (quiz.value) return <Quiz quiz={quiz.value} onAgain={quiz.retry} />;
  return quiz.problem ? (
    <Page kicker="Quiz" sentence="This quiz cannot be shown.">
      <ProblemNote problem={quiz.problem} onRetry={quiz.retry} />
    </Page>
  ) : (
    <Loading what="the quiz" lines={4} />
  );
};
