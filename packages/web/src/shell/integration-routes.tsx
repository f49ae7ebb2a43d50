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

const GithubPage = lazyRouteComponent(
  () => import("../features/integrations/github-page.tsx"),
  "GithubPage",
);
const githubApp = createRoute({
  getParentRoute: () => shell,
  path: "/integrations/github-apps/$app",
  component: permitted(
    ["forges:read"],
    () => {
      const { app: appId } = githubApp.useParams();
      return <GithubPage key={appId} appId={appId} />;
    },
    GithubPage,
  ),
});

const accounts = createRoute({
  getParentRoute: () => shell,
  path: "/integrations/accounts",
  component: permitted(
    ["forges:read"],
    lazyRouteComponent(() => import("../features/integrations/accounts-page.tsx"), "AccountsPage"),
  ),
});

const importAccounts = createRoute({
  getParentRoute: () => shell,
  path: "/integrations/accounts/import",
  component: permitted(
    ["forges:write"],
    lazyRouteComponent(
      () => import("../features/integrations/import-accounts-page.tsx"),
      "ImportAccountsPage",
    ),
  ),
});

export const integrationRoutes = [all, webhook, githubApp, accounts, importAccounts] as const;
