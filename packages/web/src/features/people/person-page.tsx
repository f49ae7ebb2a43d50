import type { PersonStanding } from "@checkride/api/standing";
import { type ReactNode, useState } from "react";
import { formatDate } from "../../design/date.ts";
import { Loading } from "../../design/loading.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { type AsOf, asOfDay } from "./as-of.ts";
import { PersonActions } from "./person-actions.tsx";
import { PersonDetails } from "./person-details.tsx";
import { PersonGates } from "./person-gates.tsx";
import { personSentence } from "./person-sentence.ts";
import { PersonStandings } from "./person-standings.tsx";
import "./person.css";

const policyWords = (standing: PersonStanding): string =>
  standing.policy
    ? `policy v${standing.policy.version}, in force since ${formatDate(standing.policy.appliedAt)}`
    : "no policy was in force";

const AsOfField = ({ asOf, day }: { readonly asOf: AsOf; readonly day: string }) => {
  const [, change] = useSearchParams();
  return (
    <div className="person-as-of">
      <TextField
        label="As of"
        type="date"
        value={day}
        onChange={(at) => change({ at })}
        description="Empty: now. A past day is answered by the policy and the evidence of that day."
        error={asOf.kind === "fault" ? asOf.says : null}
      />
    </div>
  );
};

type Beside = {
  /** What another feature shows of the same person; of today, and so not of a past day. */
  readonly beside: ReactNode;
};

const Standing = ({
  standing,
  asOf,
  beside,
}: Beside & {
  readonly standing: PersonStanding;
  readonly asOf: AsOf;
}) => {
  const { person } = standing;
  return (
    <Page
      kicker="Person"
      sentence={personSentence(person, standing.standings, asOf.kind === "then" ? asOf.at : null)}
      sub={
        person.status === "invited" ? `${person.name} is invited and has not signed in yet.` : null
      }
      actions={<PersonActions person={person} />}
    >
      {asOf.kind === "then" ? (
        <Notice tone="warning" title={`This is how it was at the end of ${formatDate(asOf.at)}.`}>
          Answered by {policyWords(standing)}, and the evidence recorded until then.
        </Notice>
      ) : null}
      <AsOfField asOf={asOf} day={asOf.kind === "now" ? "" : asOf.day} />
      <PersonStandings standings={standing.standings} aside={policyWords(standing)} />
      <PersonGates gates={standing.gates} />
      {asOf.kind === "now" ? beside : null}
      <PersonDetails person={person} />
    </Page>
  );
};

export const PersonPage = ({ personId, beside }: Beside & { readonly personId: string }) => {
  const [{ at }] = useSearchParams();
  const [now] = useState(() => new Date());
  const asOf = asOfDay(at, now);
  const standing = useQueryAnswer(
    "GET /api/people/{person}/standing",
    { params: { person: personId }, query: asOf.kind === "then" ? { at: asOf.at } : {} },
    { keepPrevious: true },
  );
  if (standing.value) return <Standing standing={standing.value} asOf={asOf} beside={beside} />;
  return (
    <Page
      kicker="Person"
      sentence={standing.problem ? "This person cannot be shown." : "One person."}
    >
      {standing.problem ? (
        <ProblemNote problem={standing.problem} onRetry={standing.retry} />
      ) : (
        <Loading what="the person's standing" lines={8} />
      )}
    </Page>
  );
};
