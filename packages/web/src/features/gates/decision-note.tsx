import type { Answer } from "@checkride/api/client";
import { Link } from "@tanstack/react-router";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { useSession } from "../../shell/session.tsx";
import { decisionSentence } from "./gate-words.ts";

type Decision = Answer<"POST /api/gates/{gate}/decisions">;

const toneOf = ({ outcome, enforced }: Decision) => {
  if (outcome === "allow") return "good";
  return enforced ? "bad" : "warning";
};

const Remedy = ({ remedy }: Pick<Decision, "remedy">) => (
  <div>
    <h3>What would open it, shortest way first</h3>
    <ol>
      {remedy.map(({ kind, ref, title, minutes, from }) => (
        <li key={`${kind} ${ref}`}>
          {title} <code>{ref}</code>
          {minutes === null ? "" : ` · ${minutes} min`}
          {from === null ? null : (
            <>
              {" "}
              · helps from <Moment at={from} />
            </>
          )}
        </li>
      ))}
    </ol>
  </div>
);

export const DecisionNote = ({
  who,
  decision,
}: {
  readonly who: string;
  readonly decision: Decision;
}) => {
  const { can } = useSession();
  const { reasons, remedy, evidence, changesAt, policyVersion, at, outcome, person } = decision;
  return (
    <Notice tone={toneOf(decision)} title={decisionSentence(who, decision)}>
      <div className="gate-decision">
        <ul>
          {reasons.map(({ code, certificate, says }) => (
            <li key={`${code} ${certificate} ${says}`}>{says}</li>
          ))}
        </ul>
        {outcome === "deny" && remedy.length > 0 ? <Remedy remedy={remedy} /> : null}
        <p>
          Asked <Moment at={at} as="minute" /> under policy v{policyVersion}.{" "}
          {changesAt === null ? (
            "Time alone will not change it."
          ) : (
            <>
              Time alone changes it on <Moment at={changesAt} />.
            </>
          )}
        </p>
        <p className="gate-links">
          {can("people:read") && person !== null ? (
            <Link to="/people/$person" params={{ person }}>
              Where this person stands
            </Link>
          ) : null}
          {can("evidence:read")
            ? evidence.map((id, i) => (
                <Link key={id} to="/evidence/$evidence" params={{ evidence: id }}>
                  evidence {i + 1}
                </Link>
              ))
            : null}
        </p>
      </div>
    </Notice>
  );
};
