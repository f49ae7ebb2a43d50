import type { Right } from "@checkride/rules/rights";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { permitted, shell } from "./base-routes.tsx";

const seesSome: readonly Right[] = ["hooks:read", "forges:read", "keys:read"];

const all = createRoute({
  getParentRoute: () => shell,
  path: "/integrations",
  component: permitted(
    seesSome,
    lazyRouteComponent(
      () => import("../features/integrations/integrations-page.tsx"),
      "IntegrationsPage",
    ),
  ),
});

const WebhookPage = lazyRouteComponent(
  () => import("../features/integrations/webhook-page.tsx"),
  "WebhookPage",
);
const webhook = createRoute({
  getParentRoute: () => shell,
  path: "/integrations/webhooks/$webhook",
  component: permitted(
    ["hooks:read"],
    () => {
      const { webhook: webhookId } = webhook.useParams();
      return <WebhookPage key={webhookId} webhookId={webhookId} />;
    },
    WebhookPage,
  ),
});

export const integrationRoutes = [all, webhook] as const;
