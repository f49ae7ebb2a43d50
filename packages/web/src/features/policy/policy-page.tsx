import type { Answer } from "@checkride/api/client";
import { lazy, Suspense } from "react";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { policySentence } from "./policy-words.ts";
import { Proposals } from "./proposals.tsx";
import "./policy.css";

const loadDesk = () => import("./policy-desk.tsx");
const PolicyDesk = lazy(async () => ({ default: (await loadDesk()).PolicyDesk }));
// The editor is the largest script there is: it comes beside the policy, and the page's sentence before it.
void loadDesk().catch(() => undefined);

const Policy = ({ policy }: { readonly policy: Answer<"GET /api/policy"> }) => {
  const { can } = useSession();
  const { inForce, proposals, builtIn } = policy;
  const mayWrite = can("policy:plan") || can("policy:propose");
  return (
    <Page
      kicker="Policy"
      sentence={policySentence(inForce, proposals)}
      sub={
        mayWrite
          ? "The programme is one file. See who gains and who loses what before you propose a change."
          : "The programme is one file: who is asked for which certificates, and which gates they open."
      }
      actions={<LinkButton to="/policy/history">All versions</LinkButton>}
    >
      {proposals.length > 0 ? <Proposals proposals={proposals} /> : null}
      <Suspense fallback={<Loading what="the editor" lines={10} />}>
        <PolicyDesk
          key={inForce?.version ?? 0}
          base={inForce?.text ?? builtIn}
          version={inForce?.version ?? null}
          isReadOnly={!mayWrite}
        />
      </Suspense>
    </Page>
  );
};

export const PolicyPage = () => {
  const policy = useQueryAnswer("GET /api/policy", {});
  if (policy.value) return <Policy policy={policy.value} />;
  return (
    <Page kicker="Policy" sentence={policy.problem ? "The policy cannot be shown." : "The policy."}>
      {policy.problem ? (
        <ProblemNote problem={policy.problem} onRetry={policy.retry} />
      ) : (
        <Loading what="the policy" lines={10} />
      )}
    </Page>
  );
};
