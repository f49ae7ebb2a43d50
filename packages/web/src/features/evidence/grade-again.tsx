import type { Answer } from "@checkride/api/client";
import type { EvidenceRow } from "@checkride/api/evidence";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct } from "../../shell/query.ts";

type Regraded = Answer<"POST /api/lab-attempts/{attempt}/regrade">;

/** The stored submission that a fact about a lab rests on. */
export const attemptOf = ({ body }: Pick<EvidenceRow, "body">): string | null => {
  const { activity, attempt } = body ?? {};
  const isOfLab = typeof activity === "string" && activity.startsWith("lab/");
  return isOfLab && typeof attempt === "string" ? attempt : null;
};

const Checks = ({ checks }: { readonly checks: Regraded["before"] }) => (
  <ul className="verify-checks">
    {checks.map(({ id, says, holds }) => (
      <li key={id} data-outcome={holds ? "holds" : "fails"}>
        <span className="verify-outcome">
          <span aria-hidden="true">{holds ? "●" : "▲"}</span> {holds ? "Holds" : "Does not hold"}
        </span>
        <span>{says}</span>
      </li>
    ))}
  </ul>
);

const Outcome = ({ again }: { readonly again: Regraded }) => (
  <Notice
    tone={again.same && again.recorded ? "good" : "bad"}
    title={
      again.same
        ? "The same verdict, check by check and case by case."
        : "The verdict is another one now."
    }
  >
    <p>
      {again.recorded
        ? "The ledger has this submission with this verdict."
        : "The ledger does not have this submission with this verdict."}{" "}
      Submission <code>{again.submissionHash.slice(0, 16)}</code>, content{" "}
      <code>{again.contentVersion.slice(0, 16)}</code>, engines{" "}
      {again.engines.before === again.engines.again
        ? again.engines.again
        : `${again.engines.before} then, ${again.engines.again} now`}
      .
    </p>
    <Checks checks={again.again} />
  </Notice>
);

/** Runs the stored submission again, on its own inputs and the lab as it was, and compares. */
export const GradeAgain = ({ attempt }: { readonly attempt: string }) => {
  const { act, value, problem, isPending } = useAct("POST /api/lab-attempts/{attempt}/regrade");
  return (
    <Section title="Grade it again">
      <div className="verify">
        <div className="verify-act">
          <Button isPending={isPending} onPress={() => void act({ params: { attempt } })}>
            Grade again
          </Button>
          <p className="muted">
            Takes the stored submission, the lab as it was and the same inputs, and compares the
            verdicts.
          </p>
        </div>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div role="status">{value ? <Outcome again={value} /> : null}</div>
      </div>
    </Section>
  );
};
