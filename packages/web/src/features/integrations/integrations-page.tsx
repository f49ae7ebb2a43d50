import type { Right } from "@checkride/rules/rights";
import { Page } from "../../design/page.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { AccountsSection } from "./accounts-section.tsx";
import { ForgesSection } from "./forges-section.tsx";
import { GithubSection } from "./github-section.tsx";
import { integrationsSentence } from "./integrations-words.ts";
import { KeysSection } from "./keys-section.tsx";
import { PipelinesSection } from "./pipelines-section.tsx";
import { StreamSection } from "./stream-section.tsx";
import { WebhooksSection } from "./webhooks-section.tsx";
import "./integrations.css";

/** Null: it is not theirs to know, or has not come yet. */
const useConnected = (can: (right: Right) => boolean) => {
  const [hooks, forges] = [{ enabled: can("hooks:read") }, { enabled: can("forges:read") }];
  return {
    webhooks: useQueryAnswer("GET /api/webhooks", {}, hooks).value?.webhooks ?? null,
    apps: useQueryAnswer("GET /api/github-apps", {}, forges).value?.apps ?? null,
    issuers: useQueryAnswer("GET /api/ci-issuers", {}, forges).value?.issuers ?? null,
  };
};

export const IntegrationsPage = () => {
  const { can } = useSession();
  const connected = useConnected(can);
  return (
    <Page
      kicker="Integrations"
      sentence={integrationsSentence(connected)}
      sub="Who asks our gates, who is told what happens here, and the keys that others check us by."
    >
      {can("forges:read") ? (
        <>
          <GithubSection />
          <PipelinesSection />
          <ForgesSection />
          <AccountsSection />
        </>
      ) : null}
      {can("hooks:read") ? <WebhooksSection /> : null}
      {can("gates:read") ? <StreamSection /> : null}
      {can("keys:read") ? <KeysSection /> : null}
    </Page>
  );
};
