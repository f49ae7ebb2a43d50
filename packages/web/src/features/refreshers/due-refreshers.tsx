import { LinkButton } from "../../design/link-button.tsx";
import { SideThing } from "../../design/side-thing.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { refresherSentence } from "./refresher-words.ts";

/** On the home page: what comes back today. Nothing due takes no room, and a refusal is no reason to say anything. */
export const DueRefreshers = () => {
  const { value } = useQueryAnswer("GET /api/refreshers", {});
  const quizzes = value?.cadence.filter(({ due }) => due) ?? [];
  const [quiz] = quizzes;
  if (value && value.cards.length > 0) {
    return (
      <SideThing
        kicker="Refresher"
        title={refresherSentence(value)}
        action={<LinkButton to="/refreshers">Answer them</LinkButton>}
      />
    );
  }
  if (!quiz) return null;
  return (
    <SideThing
      kicker={`Refresher · ${quiz.minutes} min`}
      title={quiz.title}
      action={
        <LinkButton to="/quizzes/$quiz" params={{ quiz: quiz.quiz }}>
          Open the quiz
        </LinkButton>
      }
    />
  );
};
