import type { LabAttempt } from "@checkride/api/labs";
import { Notice } from "../../../design/notice.tsx";
import { CheckList } from "./check-list.tsx";
import type { Place } from "./fault-place.ts";
import { LoadFault } from "./load-fault.tsx";
import { holdText, limitText, pointsText, tookText } from "./result-words.ts";
import "./results.css";

type VerdictViewProps = {
  readonly attempt: LabAttempt;
  readonly paths: readonly string[];
  readonly onPlace: (place: Place) => void;
};

/** What graded a submission said of it, check by check; hidden inputs stay hidden. */
export const VerdictView = ({ attempt, paths, onPlace }: VerdictViewProps) => {
  const { verdict, number, state, fault, review } = attempt;
  if (state === "not-graded") {
    return (
      <Notice tone="warning" title={`Attempt ${number} was not graded.`}>
        {fault ?? "Something of ours broke."} It counts for nothing: submit again.
      </Notice>
    );
  }
  if (verdict === null) return null;
  return (
    <section className="result" aria-labelledby={`attempt-${number}`}>
      <h3 id={`attempt-${number}`} className="result-head">
        {holdText(verdict.checks)}
      </h3>
      <p className="result-sub">
        attempt {number} · {pointsText(verdict.points)} · graded in {tookText(verdict.tookMs)}
      </p>
      {state === "in-review" ? (
        <Notice tone="good" title="All checks hold. Now a person looks at it.">
          You are told once it is accepted or returned.
        </Notice>
      ) : null}
      {review ? (
        <Notice
          tone={review.accepted ? "good" : "warning"}
          title={review.accepted ? "A person accepted it." : "A person returned it."}
        >
          <span className="result-comment">{review.comment}</span>
        </Notice>
      ) : null}
      {verdict.limitsHit.map((limit) => (
        <p key={limit} className="result-limit">
          {limitText(limit)}
        </p>
      ))}
      {verdict.load === null ? null : (
        <LoadFault says={verdict.load} paths={paths} onPlace={onPlace} />
      )}
      <CheckList checks={verdict.checks} />
    </section>
  );
};
