import type { AssessmentCard } from "@checkride/api/assessments";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "../../design/button.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { keepTry } from "./baseline-cache.ts";
import { baselineSentence } from "./baseline-words.ts";
import "./assessment.css";

const beginWords = ({ open, finished }: AssessmentCard): string => {
  if (open) return `Go on with question ${open.answered + 1}`;
  return finished.length > 0 ? "Begin again" : "Begin";
};

const Begin = ({ card }: { readonly card: AssessmentCard }) => {
  const begin = useAct("POST /api/assessments/baseline/tries", ["GET /api/assessments/baseline"]);
  const navigate = useNavigate();
  const start = async () => {
    const begun = await begin.act({});
    if (!begun.ok) return;
    keepTry(begun.value);
    void navigate({ to: "/assessments/baseline/$try", params: { try: begun.value.id } });
  };
  return (
    <div className="assessment-begin">
      <Button variant="go" isPending={begin.isPending} onPress={() => void start()}>
        {beginWords(card)}
      </Button>
      {begin.problem ? <ProblemNote problem={begin.problem} /> : null}
    </div>
  );
};

const Finished = ({ finished }: Pick<AssessmentCard, "finished">) =>
  finished.length === 0 ? null : (
    <Section title="Your results">
      <ul className="assessment-results">
        {finished.map((one, place) => (
          <li key={one.try}>
            <Link to="/assessments/baseline/$try" params={{ try: one.try }}>
              <Moment at={one.at} />
            </Link>
            {place === 0 ? <span className="muted"> the latest</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );

const how = [
  "One question at a time, with how sure you are of each answer. No clock runs.",
  "Nothing is said on the way, so that all of it is measured the same. Reasons come at the end.",
  "You can stop at any question and go on another day. What is answered is kept.",
  "Nobody passes or fails it. The result is yours; your lead sees teams as counts, from five people on.",
] as const;

const Baseline = ({ card }: { readonly card: AssessmentCard }) => {
  const [last] = card.finished;
  const canBegin = card.open !== null || (card.ready && card.nextFrom === null);
  return (
    <Page
      kicker={`${card.title} · ${card.minutes} min`}
      sentence={baselineSentence(card)}
      sub="It finds out where you stand in the areas that your tracks expect, and what is worth your time next."
      actions={
        !canBegin && last ? (
          <LinkButton to="/assessments/baseline/$try" params={{ try: last.try }}>
            See your result
          </LinkButton>
        ) : null
      }
    >
      {card.ready || card.open ? null : (
        <Notice title="It cannot be drawn yet.">
          The bank of questions is being filled. An owner sees under content health what is missing.
        </Notice>
      )}
      <Section title="How it goes">
        <ul className="assessment-how">
          {how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {canBegin ? <Begin card={card} /> : null}
      </Section>
      <Finished finished={card.finished} />
    </Page>
  );
};

export const BaselinePage = () => {
  const card = useQueryAnswer("GET /api/assessments/baseline", {});
  if (card.value) return <Baseline card={card.value} />;
  return card.problem ? (
    <Page kicker="Assessment" sentence="The assessment cannot be shown.">
      <ProblemNote problem={card.problem} onRetry={card.retry} />
    </Page>
  ) : (
    <Loading what="the assessment" lines={5} />
  );
};
