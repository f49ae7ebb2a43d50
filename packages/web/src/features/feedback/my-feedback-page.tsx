import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { FeedbackEntry } from "./feedback-entry.tsx";
import { mineSentence } from "./feedback-words.ts";

export const MyFeedbackPage = () => {
  const answer = useQueryAnswer("GET /api/feedback/mine", {});
  const mine = answer.value?.feedback ?? null;
  return (
    <Page
      kicker="My feedback"
      sentence={mine ? mineSentence(mine) : "What became of your feedback."}
      sub="Whoever owns the lesson reads it without your name. The answer reaches you here."
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="your feedback" lines={5} /> : null}
      {mine?.length === 0 ? (
        <Empty
          title="At the foot of every step stands “Wrong or unclear?”"
          actions={<LinkButton to="/tracks">To the tracks</LinkButton>}
        >
          A sentence is enough. It says by itself which step and which version it is about.
        </Empty>
      ) : null}
      <ul className="feedback-list">
        {(mine ?? []).map((feedback) => (
          <FeedbackEntry key={feedback.id} feedback={feedback} />
        ))}
      </ul>
    </Page>
  );
};
