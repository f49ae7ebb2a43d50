import type { QuizResult, QuizTry } from "@checkride/api/quizzes";
import { Link } from "@tanstack/react-router";
import { LinkButton } from "../../design/link-button.tsx";
import { NextThing } from "../../design/next-thing.tsx";
import { Page } from "../../design/page.tsx";
import { Section } from "../../design/section.tsx";
import { AnsweredList } from "../../exercises/answered-list.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { clockTime, resultSentence } from "./quiz-words.ts";

/** The track's own next thing after a pass, the reasons and the pause before another try. */
const Next = ({ sitting, result }: QuizResultProps) => {
  const card = useQueryAnswer("GET /api/quizzes/{quiz}", { params: { quiz: sitting.quiz } });
  const track = card.value?.track;
  if (!result.passed) {
    return (
      <NextThing
        kicker="Reasons, then another try"
        title={`Another try opens at ${clockTime(result.againFrom)}`}
        action={
          <LinkButton to="/quizzes/$quiz" params={{ quiz: sitting.quiz }} variant="go">
            To the quiz
          </LinkButton>
        }
      >
        Ten minutes lie between two tries, enough to read below why. Your standing is what it was: a
        try that does not pass takes nothing away.
      </NextThing>
    );
  }
  return (
    <NextThing
      kicker="Track"
      title="See what else your track asks for"
      action={
        track === undefined ? null : (
          <LinkButton to="/tracks/$track" params={{ track }} variant="go">
            Open the track
          </LinkButton>
        )
      }
    >
      The pass is evidence in the ledger now. What you had wrong comes back as a refresher.
    </NextThing>
  );
};

type QuizResultProps = { readonly sitting: QuizTry; readonly result: QuizResult };

export const QuizResultView = ({ sitting, result }: QuizResultProps) => {
  const wrong = sitting.items.filter(({ answered }) => !answered.marking.right);
  const right = sitting.items.filter(({ answered }) => answered.marking.right);
  return (
    <Page
      kicker={
        <>
          <Link to="/quizzes/$quiz" params={{ quiz: sitting.quiz }}>
            {sitting.title}
          </Link>{" "}
          · try {sitting.number}
        </>
      }
      sentence={resultSentence(result)}
      sub="Which questions you had wrong is known to you alone: the ledger keeps the score."
    >
      <Next sitting={sitting} result={result} />
      {wrong.length > 0 ? (
        <Section title="Worth reading again" aside={`${wrong.length} of ${result.of}`}>
          <AnsweredList items={wrong} />
        </Section>
      ) : null}
      {right.length > 0 ? (
        <Section title="Right" aside={`${right.length} of ${result.of}`}>
          <AnsweredList items={right} />
        </Section>
      ) : null}
    </Page>
  );
};
