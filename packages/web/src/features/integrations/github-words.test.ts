import { expect, test } from "vitest";
import { appSentence, rulesWords } from "./github-words.ts";

const check = { repositories: "octo-org/*", gate: "repo/merge-ai" };
const deployment = { ...check, environment: "production" };

test("an app says what it asks for", () => {
  const app = { name: "gates", checks: [check], deployments: [deployment, deployment] };
  expect(rulesWords(app)).toBe("pull requests by 1 rule, deployments by 2 rules");
  expect(appSentence(app)).toBe("gates asks gates about pull requests and before deployments.");
});

test("an app without a rule asks nothing", () => {
  const app = { name: "gates", checks: [], deployments: [] };
  expect(rulesWords(app)).toBe("nothing yet");
  expect(appSentence(app)).toBe("gates asks no gate yet.");
});
