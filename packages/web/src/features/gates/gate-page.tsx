import { Link } from "@tanstack/react-router";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { AskGate } from "./ask-gate.tsx";
import { GateDecisions } from "./gate-decisions.tsx";
import { GateFacts } from "./gate-facts.tsx";
import { GateOpenings } from "./gate-openings.tsx";
import { gateSentence } from "./gate-page-words.ts";
import { GatePeople } from "./gate-people.tsx";
import "./gates.css";

const kicker = (
  <>
    <Link to="/gates">Gates</Link> · One gate
  </>
);

/** Who is kept out here, and what would let them in? */
export const GatePage = ({ gateId }: { readonly gateId: string }) => {
  const { can } = useSession();
  const answer = useQueryAnswer("GET /api/gates", {});
  const gate = answer.value?.gates.find((one) => one.gate === gateId) ?? null;
  if (gate === null) {
    const isMissing = answer.value !== null;
    return (
      <Page
        kicker={kicker}
        sentence={isMissing ? `The policy in force has no gate ${gateId}.` : "One gate."}
        actions={isMissing ? <LinkButton to="/gates">All gates</LinkButton> : null}
      >
        {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
        {answer.isLoading ? <Loading what="the gate" lines={6} /> : null}
      </Page>
    );
  }
  return (
    <Page
      kicker={kicker}
      sentence={gateSentence(gate)}
      actions={<LinkButton to="/policy">Change what it asks, and see who that touches</LinkButton>}
    >
      <GateFacts gate={gate} />
      <GateOpenings gate={gate} />
      {can("gates:decide") ? (
        <>
          <GatePeople key={gateId} gate={gateId} />
          <GateDecisions gate={gateId} />
          <AskGate gates={[gate]} chosen={gateId} onChoose={() => undefined} />
        </>
      ) : null}
    </Page>
  );
};
