import type { LabBench } from "@checkride/api/labs";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { Bench } from "./bench/bench.tsx";
import { LabStart } from "./lab-start.tsx";

const NotInstalled = ({ labId }: { readonly labId: string }) => (
  <Page
    kicker={`Lab ${labId}`}
    sentence="This lab is not installed here yet."
    sub="The lessons and cases that lead to it can be done without it. Once it is installed, this address opens it."
    actions={<LinkButton to="/labs">Labs</LinkButton>}
  />
);

const Lab = ({ bench }: { readonly bench: LabBench }) => {
  const [{ look }] = useSearchParams();
  const { workspace } = bench;
  if (workspace === null) return <LabStart bench={bench} ended={null} />;
  const { state } = workspace;
  if ((state === "done" || state === "given-up") && look === undefined) {
    return <LabStart bench={bench} ended={state} />;
  }
  return <Bench key={workspace.id} bench={bench} workspace={workspace} />;
};

/** A lab: what it asks before it is begun, then its bench. */
export const LabPage = ({ labId }: { readonly labId: string }) => {
  const known = useQueryAnswer("GET /api/labs/{lab}", { params: { lab: labId } });
  if (known.value) {
    return known.value.lab.installed ? <Lab bench={known.value} /> : <NotInstalled labId={labId} />;
  }
  if (known.problem?.code === "not-found") return <NotInstalled labId={labId} />;
  return known.problem ? (
    <Page kicker={`Lab ${labId}`} sentence="This lab cannot be shown.">
      <ProblemNote problem={known.problem} onRetry={known.retry} />
    </Page>
  ) : (
    <Loading what="the lab" lines={8} />
  );
};
