import { Page } from "../../design/page.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { integrationsSentence } from "./integrations-words.ts";
import { StreamSection } from "./stream-section.tsx";
import { WebhooksSection } from "./webhooks-section.tsx";
import "./integrations.css";

export const IntegrationsPage = () => {
  const webhooks = useQueryAnswer("GET /api/webhooks", {}).value?.webhooks;
  return (
    <Page
      kicker="Integrations"
      sentence={webhooks ? integrationsSentence({ webhooks }) : "What is connected to Checkride."}
      sub="Who is told what happens here, and who asks our gates."
    >
      <WebhooksSection />
      <StreamSection />
    </Page>
  );
};
