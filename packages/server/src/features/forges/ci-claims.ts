import { z } from "zod";
import type { ForgeKind } from "../../platform/gate-tables.ts";

/** What a forge has signed about a pipeline. `sub` is not among it: repositories may write their own. */
export type CiFacts = {
  readonly repository: string;
  readonly repositoryId: string;
  readonly accountId: string;
  readonly login: string | null;
  readonly commit: string | null;
  readonly ref: string | null;
  readonly event: string | null;
  readonly workflow: string | null;
  readonly pullRequest: boolean;
};

const number = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().regex(/^[1-9][0-9]{0,19}$/));
const text = z.string().max(1_000);
const maybe = text.nullish().transform((value) => value ?? null);

/** docs.github.com, "OpenID Connect reference": claims of a workflow's token. */
const github = z
  .object({
    repository: text,
    repository_id: number,
    actor_id: number,
    actor: maybe,
    sha: maybe,
    ref: maybe,
    event_name: text,
    job_workflow_ref: maybe,
  })
  .transform(
    (claims): CiFacts => ({
      repository: claims.repository,
      repositoryId: claims.repository_id,
      accountId: claims.actor_id,
      login: claims.actor,
      commit: claims.sha,
      ref: claims.ref,
      event: claims.event_name,
      workflow: claims.job_workflow_ref,
      pullRequest:
        claims.event_name.startsWith("pull_request") ||
        (claims.ref?.startsWith("refs/pull/") ?? false),
    }),
  );

/** docs.gitlab.com, "OpenID Connect (OIDC) authentication using ID tokens": token payload. */
const gitlab = z
  .object({
    project_path: text,
    project_id: number,
    user_id: number,
    user_login: maybe,
    sha: maybe,
    ref: maybe,
    ref_path: maybe,
    pipeline_source: text,
    ci_config_ref_uri: maybe,
  })
  .transform(
    (claims): CiFacts => ({
      repository: claims.project_path,
      repositoryId: claims.project_id,
      accountId: claims.user_id,
      login: claims.user_login,
      commit: claims.sha,
      ref: claims.ref_path ?? claims.ref,
      event: claims.pipeline_source,
      workflow: claims.ci_config_ref_uri,
      pullRequest:
        /merge_request|pull_request/.test(claims.pipeline_source) ||
        (claims.ref_path?.startsWith("refs/merge-requests/") ?? false),
    }),
  );

/** Null: the token lacks what the forge always says. */
export const readFacts = (kind: ForgeKind, claims: unknown): CiFacts | null =>
  (kind === "github" ? github : gitlab).safeParse(claims).data ?? null;
