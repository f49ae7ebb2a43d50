import type { ContentHealth } from "@checkride/api/content";
import { Link } from "@tanstack/react-router";
import { Button } from "../../design/button.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { healthSentence } from "./content-words.ts";
import { FaultTable, FeedbackTable, ReviewTable } from "./health-tables.tsx";
import "./content.css";

/** Reads the folders anew and says what came of it. */
const useReload = () => {
  const reload = useAct("POST /api/content/reload", ["GET /api/content"]);
  const { value } = reload;
  const said = value
    ? `Read again: ${value.inForce} changes came into force, ${value.waiting} wait, ${value.errors} faults.`
    : "";
  return { reload: () => void reload.act({}), said, ...reload };
};

const Places = () => (
  <>
    <LinkButton to="/content/changes">Changes</LinkButton>
    <LinkButton to="/content/items">Questions</LinkButton>
    <LinkButton to="/content/pieces">Files and versions</LinkButton>
  </>
);

const Nothing = ({ children }: { readonly children: string }) => (
  <p className="muted content-nothing">
    <span aria-hidden="true">● </span>
    {children}
  </p>
);

const Waiting = ({ health }: { readonly health: ContentHealth }) =>
  health.counts.waiting === 0 ? null : (
    <Notice
      tone="warning"
      title={`${health.counts.waiting === 1 ? "One change waits" : `${health.counts.waiting} changes wait`} for approval.`}
      actions={
        <LinkButton to="/content/changes" search={{ state: "waiting" }} variant="go">
          Look at what changed
        </LinkButton>
      }
    >
      Until then people see the version before.
    </Notice>
  );

const Flagged = ({ health }: { readonly health: ContentHealth }) => (
  <Section title="Questions that stand out" aside={<Link to="/content/items">All questions</Link>}>
    {health.flaggedItems.length === 0 ? (
      <Nothing>
        No answers point at a question that misleads, or that is too easy or too hard.
      </Nothing>
    ) : (
      <ul className="content-flagged">
        {health.flaggedItems.map(({ item, topic }) => (
          <li key={item}>
            <span className="mono">{item}</span> {topic}
          </li>
        ))}
      </ul>
    )}
  </Section>
);

const Health = ({ health }: { readonly health: ContentHealth }) => {
  const { can } = useSession();
  const { reload, said, isPending, problem } = useReload();
  const { faults, reviews, feedback } = health;
  return (
    <Page
      kicker="Content health"
      sentence={healthSentence(health)}
      sub={
        <>
          Folders read <Moment as="minute" at={health.readAt} />.{" "}
          {health.ownFolder === null ? "No folder of your own is set up." : null}
          {health.ownFolder?.readable === false ? "Your own folder cannot be read." : null} A fault
          never stops anything: the last good version stays.
        </>
      }
      actions={
        <>
          {can("content:write") ? (
            <Button isPending={isPending} onPress={reload}>
              Read the folders again
            </Button>
          ) : null}
          <Places />
        </>
      }
    >
      <p className="content-said" role="status">
        {said}
      </p>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Waiting health={health} />
      <Section
        title="Faults"
        aside={`${health.counts.errors} errors, ${health.counts.warnings} warnings`}
      >
        {faults.length === 0 ? (
          <Nothing>Every file is in order.</Nothing>
        ) : (
          <FaultTable faults={faults} />
        )}
      </Section>
      <Section title="Reviews" aside="due now, or within 30 days">
        {reviews.length === 0 ? (
          <Nothing>Nothing is to be reviewed within 30 days.</Nothing>
        ) : (
          <ReviewTable reviews={reviews} />
        )}
      </Section>
      <Section title="From learners" aside={<Link to="/feedback">All of it</Link>}>
        {feedback.length === 0 ? (
          <Nothing>Nothing is left to be answered.</Nothing>
        ) : (
          <FeedbackTable feedback={feedback} />
        )}
      </Section>
      <Flagged health={health} />
    </Page>
  );
};

export const ContentPage = () => {
  const health = useQueryAnswer("GET /api/content/health", {});
  if (health.value) return <Health health={health.value} />;
  return health.problem ? (
    <Page kicker="Content health" sentence="The state of the content cannot be shown.">
      <ProblemNote problem={health.problem} onRetry={health.retry} />
    </Page>
  ) : (
    <Loading what="the state of the content" lines={8} />
  );
};
