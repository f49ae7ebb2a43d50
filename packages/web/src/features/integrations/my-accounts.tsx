import type { LinkedAccount } from "@checkride/api/forges";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { AccountList } from "./account-list.tsx";
import { kindWords, outcomeWords } from "./forge-words.ts";
import { UnlinkAccount } from "./unlink-account.tsx";
import "./integrations.css";

const LinkButtons = () => {
  const forges = useQueryAnswer("GET /api/forges", {}).value?.forges ?? [];
  const begin = useAct("POST /api/me/forge-accounts/{forge}/sign-in");
  const go = async (forge: string) => {
    const begun = await begin.act({ params: { forge } });
    if (begun.ok) window.location.assign(begun.value.url);
  };
  return (
    <>
      <div className="row">
        {forges.map(({ id, kind }) => (
          <Button
            key={id}
            label={`Link my ${kindWords[kind]} account at ${id}`}
            isPending={begin.isPending}
            onPress={() => void go(id)}
          >
            {`Link my ${kindWords[kind]} account`}
          </Button>
        ))}
      </div>
      {begin.problem ? <ProblemNote problem={begin.problem} /> : null}
      {forges.length === 0 ? (
        <p className="muted">
          Your organisation names no forge where you could show that an account is yours; an owner
          can link one for you.
        </p>
      ) : null}
    </>
  );
};

/** What came of the way to the forge; said once, until the address changes. */
const Outcome = () => {
  const [{ outcome }] = useSearchParams();
  const words = outcome === undefined ? undefined : outcomeWords[outcome];
  return words ? <Notice tone={words.tone} isLive title={words.says} /> : null;
};

/** Whose changes are mine, so that gates know me by them. */
export const MyAccounts = () => {
  const [unlinking, setUnlinking] = useState<LinkedAccount | null>(null);
  const answer = useQueryAnswer("GET /api/me/forge-accounts", {});
  const accounts = answer.value?.accounts ?? null;
  return (
    <Section title="Linked accounts" aside="by which gates know your changes">
      <Outcome />
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="your linked accounts" /> : null}
      {accounts ? <AccountList accounts={accounts} onUnlink={setUnlinking} /> : null}
      <div className="hook-links">
        <LinkButtons />
      </div>
      {unlinking ? (
        <UnlinkAccount account={unlinking} isOwn onClose={() => setUnlinking(null)} />
      ) : null}
    </Section>
  );
};
