import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, label, uuid } from "./shared-shapes.ts";

/** `octo-org/shop`, `octo-org/*` or `*`: any of an owner's, or any at all. */
const repositories = z
  .string()
  .max(200)
  .regex(/^(?:\*|[\w.-]+\/(?:\*|[\w.-]+))$/, "a repository such as owner/name, owner/* or *");
const gate = z.string().min(1).max(200);

const checkRule = z.strictObject({ repositories, gate });
const deploymentRule = z.strictObject({
  repositories,
  /** The environment's name at GitHub; `*` at its end stands for anything. */
  environment: z.string().trim().min(1).max(255),
  gate,
});
export type CheckRule = z.infer<typeof checkRule>;
export type DeploymentRule = z.infer<typeof deploymentRule>;

const rules = {
  /** Which gate is asked for a pull request. */
  checks: z.array(checkRule).max(200),
  /** Which gate is asked before a deployment. */
  deployments: z.array(deploymentRule).max(200),
};

const secrets = {
  /** The PEM file that GitHub made for the app. */
  privateKey: z.string().min(1).max(10_000),
  webhookSecret: z.string().min(16, "at least 16 characters; it signs what GitHub sends").max(200),
};

const githubApp = z.object({
  id: uuid,
  name: z.string(),
  apiUrl: z.string(),
  appId: z.string(),
  ...rules,
  /** What to write into the app's settings as its webhook address. */
  receiver: z.string(),
  createdAt: instant,
  lastDeliveryAt: instant.nullable(),
});
export type GithubAppView = z.infer<typeof githubApp>;

export const deliveryStates = ["waiting", "done", "ignored", "failed"] as const;

const githubDelivery = z.object({
  /** As GitHub counts it. */
  delivery: z.string(),
  event: z.string(),
  state: z.enum(deliveryStates),
  says: z.string(),
  receivedAt: instant,
  doneAt: instant.nullable(),
});
export type GithubDeliveryView = z.infer<typeof githubDelivery>;

const appParam = z.object({ app: uuid });

export const githubAppOperations = {
  "GET /api/github-apps": operation({
    summary: "List GitHub Apps through which pull requests and deployments ask gates",
    access: "forges:read",
    answer: z.object({ apps: z.array(githubApp) }),
  }),
  "POST /api/github-apps": operation({
    summary: "Connect a GitHub App; its key and secret are never shown again",
    access: "forges:write",
    repeatable: true,
    body: z.strictObject({
      name: label,
      apiUrl: z.url().max(300).default("https://api.github.com"),
      appId: z.string().regex(/^[1-9]\d{0,15}$/, "the number of the app at GitHub"),
      ...secrets,
      ...rules,
    }),
    answer: githubApp,
    problems: ["bad-input"],
  }),
  "PATCH /api/github-apps/{app}": operation({
    summary: "Change which gates a GitHub App asks, or its key or secret",
    access: "forges:write",
    masked: true,
    params: appParam,
    body: z.strictObject({ ...rules, ...secrets }).partial(),
    answer: githubApp,
    problems: ["bad-input"],
  }),
  "DELETE /api/github-apps/{app}": operation({
    summary: "Disconnect a GitHub App; what it asked stays in the ledger",
    access: "forges:write",
    masked: true,
    params: appParam,
  }),
  "POST /api/github-apps/{app}/tests": operation({
    summary: "Ask GitHub whether it knows the app by its key",
    access: "forges:write",
    masked: true,
    ownTransaction: true,
    params: appParam,
    answer: z.object({ works: z.boolean(), says: z.string() }),
  }),
  "GET /api/github-apps/{app}/deliveries": operation({
    summary: "List what GitHub sent last and what became of it",
    access: "forges:read",
    masked: true,
    params: appParam,
    answer: z.object({ deliveries: z.array(githubDelivery) }),
  }),
};
