import type { LinkedAccount } from "@checkride/api/forges";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Loading } from "../../design/loading.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { AccountList } from "./account-list.tsx";
import { LinkAccountDialog } from "./link-account-dialog.tsx";
import { UnlinkAccount } from "./unlink-account.tsx";
import "./integrations.css";

const Accounts = ({ personId }: { readonly personId: string }) => {
  const { can } = useSession();
  const mayWrite = can("forges:write");
  const [isLinking, setLinking] = useState(false);
  const [unlinking, setUnlinking] = useState<LinkedAccount | null>(null);
  const answer = useQueryAnswer("GET /api/forge-accounts", {
    query: { person: personId, limit: 200 },
  });
  const accounts = answer.value?.items ?? null;
  return (
    <Section
      title="Linked accounts"
      aside={mayWrite ? <Button onPress={() => setLinking(true)}>Link an account</Button> : null}
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="linked accounts" /> : null}
      {accounts ? (
        <AccountList accounts={accounts} onUnlink={mayWrite ? setUnlinking : null} />
      ) : null}
      {isLinking ? (
        <LinkAccountDialog personId={personId} onClose={() => setLinking(false)} />
      ) : null}
      {unlinking ? <UnlinkAccount account={unlinking} onClose={() => setUnlinking(null)} /> : null}
    </Section>
  );
};

/** By which accounts gates know somebody's changes. */
export const PersonAccounts = ({ personId }: { readonly personId: string }) =>
  useSession().can("forges:read") ? <Accounts personId={personId} /> : null;
