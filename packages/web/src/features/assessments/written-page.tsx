import type { WrittenView } from "@checkride/api/written";
import { Button } from "../../design/button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { keepWritten } from "./use-draft.ts";
import { WrittenDraft } from "./written-draft.tsx";
import { WrittenReviews } from "./written-reviews.tsx";
import { writtenSentence } from "./written-words.ts";
import "./assessment.css";

type Props = { readonly view: WrittenView };

const Text = ({ view }: Props) => (
  <Section title="Your text">
    <dl className="written-text">
      {view.fields.map(({ id, title }) => (
        <div key={id}>
          <dt>{title}</dt>
          <dd>{view.texts[id]}</dd>
        </div>
      ))}
    </dl>
  </Section>
);

const Again = ({ view }: Props) => {
  const again = useAct("POST /api/written-assessments/{assessment}/again");
  const begin = async () => {
    const begun = await again.act({ params: { assessment: view.assessment } });
    if (begun.ok) keepWritten(begun.value);
  };
  return (
    <>
      <Button variant="go" isPending={again.isPending} onPress={() => void begin()}>
        Go on from this text
      </Button>
      {again.problem ? <ProblemNote problem={again.problem} /> : null}
    </>
  );
};

const subOf = (view: WrittenView) => {
  if (view.state === "in-review" && view.submittedAt) {
    return (
      <>
        Since <Moment as="minute" at={view.submittedAt} />. Reviewers do not know whose text it is,
        and you will not learn who they were. You see what they say once it is decided.
      </>
    );
  }
  if (view.decidedAt) {
    return (
      <>
        Decided on <Moment at={view.decidedAt} />, from {view.reviews.length} reviews.
      </>
    );
  }
  return "In your own words, about something that you really build. It saves itself; you can come back to it.";
};

const Written = ({ view }: Props) => (
  <Page
    kicker={`Written assessment · ${view.title}`}
    sentence={writtenSentence(view)}
    sub={subOf(view)}
    actions={view.state === "not-passed" ? <Again view={view} /> : null}
  >
    {view.state === "draft" ? (
      <WrittenDraft view={view} />
    ) : (
      <>
        <WrittenReviews view={view} />
        <Text view={view} />
      </>
    )}
  </Page>
);

export const WrittenPage = ({ assessmentId }: { readonly assessmentId: string }) => {
  const view = useQueryAnswer("GET /api/written-assessments/{assessment}", {
    params: { assessment: assessmentId },
  });
  if (view.value) return <Written key={view.value.state} view={view.value} />;
  return view.problem ? (
    <Page kicker="Assessment" sentence="This assessment cannot be shown.">
      <ProblemNote problem={view.problem} onRetry={view.retry} />
    </Page>
  ) : (
    <Loading what="the assessment" lines={6} />
  );
};
