import type { Submission } from "@checkride/api/written";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { type Outcome, ReviewForm } from "./review-form.tsx";
import "./assessment.css";

const Done = ({ outcome }: { readonly outcome: Outcome }) => (
  <Page
    kicker="Reviews"
    sentence="Your review is kept."
    sub={
      outcome.decided
        ? "With it the text is decided. Its author sees the points and what you said, not who you are."
        : "Another review is needed before it is decided."
    }
    actions={
      <LinkButton to="/reviews" variant="go">
        To the queue
      </LinkButton>
    }
  />
);

const Review = ({ submission }: { readonly submission: Submission }) => {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (outcome) return <Done outcome={outcome} />;
  const { title, submittedAt, fields, texts, reviewed, reviewsNeeded } = submission;
  return (
    <Page
      kicker={
        <>
          <Link to="/reviews">Reviews</Link> · {title}
        </>
      }
      sentence="Read it whole, then give each point what is there."
      sub={
        <>
          Handed in <Moment as="minute" at={submittedAt} />; {reviewed} of {reviewsNeeded} reviews
          are there. Nobody is named, in either direction.
        </>
      }
    >
      <Section title="The text">
        <dl className="written-text">
          {fields.map(({ id, title: part }) => (
            <div key={id}>
              <dt>{part}</dt>
              <dd>{texts[id]}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Your review">
        <ReviewForm submission={submission} onDone={setOutcome} />
      </Section>
    </Page>
  );
};

export const ReviewPage = ({ submissionId }: { readonly submissionId: string }) => {
  const found = useQueryAnswer("GET /api/reviews/{submission}", {
    params: { submission: submissionId },
  });
  if (found.value) return <Review submission={found.value} />;
  return found.problem ? (
    <Page
      kicker="Reviews"
      sentence="This text does not wait for your review."
      sub="It was decided meanwhile, you have reviewed it, or it is your own."
      actions={<LinkButton to="/reviews">To the queue</LinkButton>}
    >
      {found.problem.code === "not-found" ? null : (
        <ProblemNote problem={found.problem} onRetry={found.retry} />
      )}
    </Page>
  ) : (
    <Loading what="the text" lines={8} />
  );
};
