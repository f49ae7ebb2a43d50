import { randomUUID } from "node:crypto";
import type { ForgeKind } from "../../platform/gate-tables.ts";

export type ClaimChange = Readonly<Record<string, unknown>>;

const sha = "a".repeat(40);

const github = {
  sub: "repo:octo/shop:ref:refs/heads/main",
  repository: "octo/shop",
  repository_id: "77",
  repository_owner_id: "9",
  actor: "octo-4711",
  actor_id: "4711",
  event_name: "push",
  ref: "refs/heads/main",
  sha,
  run_id: "1",
  job_workflow_ref: "octo/shop/.github/workflows/deploy.yml@refs/heads/main",
};

const gitlab = {
  sub: "project_path:group/sub/shop:ref_type:branch:ref:main",
  project_path: "group/sub/shop",
  project_id: "77",
  ref: "main",
  ref_type: "branch",
  ref_path: "refs/heads/main",
  user_id: "4711",
  user_login: "g-4711",
  user_email: "ada@test.example",
  pipeline_source: "push",
  sha,
};

/** What a forge says about the pipeline of a push, as its documentation shows it. */
export const usualClaims = (kind: ForgeKind, issuer: string, now: Date): ClaimChange => {
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    ...(kind === "github" ? github : gitlab),
    iss: issuer,
    aud: "http://localhost:7300",
    jti: randomUUID(),
    iat: seconds,
    nbf: seconds - 5,
    exp: seconds + 300,
  };
};
