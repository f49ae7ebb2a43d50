import type { PersonStanding } from "@checkride/api/standing";
import type { ReactNode } from "react";
import { formatWeekday } from "../../design/date.ts";
import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { GatesList } from "./gates-list.tsx";
import { nextAction } from "./next-action.ts";
import { NextCard } from "./next-card.tsx";
import { RequirementsTable } from "./requirements-table.tsx";
import { standingSentence } from "./standing-sentence.ts";
import { type Piece, standingSub } from "./standing-sub.ts";
import { YearAheadChart } from "./year-ahead-chart.tsx";

const tags = { plain: "span", strong: "b", code: "code" } as const;

const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <p>
    {pieces
      .map((piece, place) => ({ ...piece, id: `${place} ${piece.text}` }))
      .map(({ id, as, text }) => {
        const Tag = tags[as];
        return <Tag key={id}>{text}</Tag>;
      })}
  </p>
);

const PolicyInForce = ({ policy }: Pick<PersonStanding, "policy">) =>
  policy === null ? null : (
    <>
      policy v{policy.version}, in force since <Moment at={policy.appliedAt} />
    </>
  );

const NothingAsked = ({ hasPolicy }: { readonly hasPolicy: boolean }) => {
  const { can } = useSession();
  if (hasPolicy) {
    return (
      <Empty title="No certificate is asked of you.">
        Should your work change, for example your team or what you do with AI, the policy may ask
        for one. It then appears here with the reason.
      </Empty>
    );
  }
  if (!can("policy:propose")) return null;
  return (
    <div className="next">
      <p className="next-kicker">Next</p>
      <h2 className="next-title">Bring a policy into force</h2>
      <p className="next-text">
        It says who needs which certificate and which gates ask for it. A built-in one is ready to
        be looked at, changed and applied.
      </p>
      <LinkButton to="/policy" variant="go">
        Choose a policy
      </LinkButton>
    </div>
  );
};

type Today = {
  /** Small things of other features that can be done today as well. */
  readonly today: ReactNode;
};

const Standing = ({ standing, today }: Today & { readonly standing: PersonStanding }) => {
  const now = standing.at;
  const asked = { standing, now };
  const action = nextAction(standing, now);
  const pieces = standingSub(asked);
  const { standings, policy } = standing;
  return (
    <Page
      kicker={formatWeekday(now)}
      sentence={standingSentence(asked)}
      sub={pieces.length > 0 ? <Pieces pieces={pieces} /> : null}
    >
      {action ? <NextCard action={action} now={now} /> : null}
      {today}
      {standings.length === 0 ? (
        <NothingAsked hasPolicy={policy !== null} />
      ) : (
        <Section title="Requirements" aside={<PolicyInForce policy={policy} />}>
          <RequirementsTable standings={standings} now={now} />
        </Section>
      )}
      <GatesList gates={standing.gates} standings={standings} />
      {standings.length > 0 ? <YearAheadChart standings={standings} now={now} /> : null}
    </Page>
  );
};

/** My standing: what may I do, until when, and what is next? */
export const StandingPage = ({ today }: Today) => {
  const standing = useQueryAnswer("GET /api/standing", {});
  if (standing.value) return <Standing standing={standing.value} today={today} />;
  if (standing.problem) {
    return (
      <Page sentence="Your standing could not be read.">
        <ProblemNote problem={standing.problem} onRetry={standing.retry} />
      </Page>
    );
  }
  return <Loading what="your standing" lines={6} />;
};
