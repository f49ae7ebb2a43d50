import type { LabSubmission } from "@checkride/api/lab-oversight";
import { textDifference } from "@checkride/rules/text-difference";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { DifferenceView } from "../../../design/difference-view.tsx";
import { LinkButton } from "../../../design/link-button.tsx";
import { Loading } from "../../../design/loading.tsx";
import { Moment } from "../../../design/moment.tsx";
import { Page } from "../../../design/page.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { Section } from "../../../design/section.tsx";
import { useQueryAnswer } from "../../../shell/query.ts";
import { AskedList } from "../asked/asked-list.tsx";
import { answersIn } from "../bench/answers-in.ts";
import { CheckList } from "../results/check-list.tsx";
import { DecideForm } from "./decide-form.tsx";
import { FindingForm } from "./finding-form.tsx";

const HandedIn = ({ submission }: { readonly submission: LabSubmission }) =>
  submission.asked.length > 0 ? (
    <AskedList
      asked={submission.asked}
      answers={answersIn(submission.files)}
      onAnswer={() => undefined}
      isLocked
    />
  ) : (
    <div className="stack">
      {submission.files
        .filter(({ text, start }) => text !== start)
        .map(({ path, text, start }) => (
          <div key={path}>
            <p className="field-legend">{path}</p>
            <DifferenceView
              caption={`${path}, from the start to what was handed in`}
              lines={textDifference(start, text)}
            />
          </div>
        ))}
    </div>
  );

const Done = ({ accepted }: { readonly accepted: boolean }) => (
  <Page
    kicker={<Link to="/reviews/labs">Reviews of labs</Link>}
    sentence={accepted ? "The lab is accepted." : "The lab is returned."}
    sub="Its author sees what you said, not who you are."
    actions={
      <LinkButton to="/reviews/labs" variant="go">
        To the queue
      </LinkButton>
    }
  />
);

const Review = ({ submission }: { readonly submission: LabSubmission }) => {
  const [decided, setDecided] = useState<boolean | null>(null);
  if (decided !== null) return <Done accepted={decided} />;
  const { lab, at, number } = submission;
  return (
    <Page
      kicker={
        <>
          <Link to="/reviews/labs">Reviews of labs</Link> · {lab.title}
        </>
      }
      sentence="All checks hold. Does it make sense?"
      sub={
        <>
          Attempt {number}, handed in <Moment as="minute" at={at} />. Nobody is named, in either
          direction.
        </>
      }
    >
      <Section title="What was handed in">
        <HandedIn submission={submission} />
      </Section>
      <Section title="What the checks say">
        <CheckList checks={submission.checks} />
      </Section>
      <Section title="Your decision">
        <DecideForm submission={submission} onDone={setDecided} />
      </Section>
      <Section
        title="Should a lesson change?"
        aside="if it showed you something that is not taught"
      >
        <FindingForm lab={lab} />
      </Section>
    </Page>
  );
};

export const LabReviewPage = ({ attemptId }: { readonly attemptId: string }) => {
  const found = useQueryAnswer("GET /api/lab-reviews/{attempt}", {
    params: { attempt: attemptId },
  });
  if (found.value) return <Review submission={found.value} />;
  return found.problem ? (
    <Page
      kicker="Reviews of labs"
      sentence="This lab does not wait for your acceptance."
      sub="It was decided meanwhile, or it is your own."
      actions={<LinkButton to="/reviews/labs">To the queue</LinkButton>}
    >
      {found.problem.code === "not-found" ? null : (
        <ProblemNote problem={found.problem} onRetry={found.retry} />
      )}
    </Page>
  ) : (
    <Loading what="the lab" lines={8} />
  );
};
