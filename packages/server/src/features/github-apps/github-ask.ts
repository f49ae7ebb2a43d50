import { z } from "zod";

const account = z.object({ id: z.number().int().positive(), login: z.string() });
export type Account = z.infer<typeof account>;

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repository = z.object({
  id: z.number().int().positive(),
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
});
const common = { installation: z.object({ id: z.number().int().positive() }), repository };

const push = z.object({
  ...common,
  deleted: z.boolean(),
  commits: z.array(z.object({ id: sha })),
  sender: account,
});
const pull = z.object({
  ...common,
  action: z.string(),
  sender: account,
  pull_request: z.object({
    number: z.number().int().positive(),
    user: account,
    head: z.object({ sha }),
  }),
});
const closed = z.object({ ...common, pull_request: z.object({ number: z.number().int() }) });
const rerequested = z.object({
  ...common,
  check_run: z.object({ head_sha: sha }).optional(),
  check_suite: z.object({ head_sha: sha }).optional(),
});
const group = z.object({
  ...common,
  sender: account,
  merge_group: z.object({ head_sha: sha, base_sha: sha }),
});
const deployment = z.object({
  ...common,
  sender: account,
  environment: z.string().min(1),
  deployment_callback_url: z.url(),
  deployment: z.object({ sha, creator: account }),
});

const where = z.object({
  installation: z.number(),
  repositoryId: z.number(),
  repository: z.string(),
});

/** What GitHub asks of us, and what it has checked itself: who is signed in there. */
export const githubAsk = z.discriminatedUnion("kind", [
  where.extend({ kind: z.literal("push"), commits: z.array(z.string()), by: account }),
  where.extend({
    kind: z.literal("pull"),
    number: z.number(),
    headSha: z.string(),
    opener: account,
    by: account,
    /** Whether that account has just brought the head in; of a fork nothing else tells. */
    isPush: z.boolean(),
  }),
  where.extend({ kind: z.literal("closed"), number: z.number() }),
  where.extend({ kind: z.literal("again"), headSha: z.string() }),
  where.extend({
    kind: z.literal("group"),
    headSha: z.string(),
    baseSha: z.string(),
    by: account,
  }),
  where.extend({
    kind: z.literal("deployment"),
    environment: z.string(),
    sha: z.string(),
    creator: account,
    by: account,
    callbackUrl: z.string(),
  }),
]);
export type GithubAsk = z.infer<typeof githubAsk>;

type Common = z.infer<z.ZodObject<typeof common>>;

const whereOf = ({ installation, repository: { id, full_name } }: Common) => ({
  installation: installation.id,
  repositoryId: id,
  repository: full_name,
});

const pullActions = new Set(["opened", "reopened", "synchronize", "ready_for_review"]);

/** Into another branch the same head brings other commits. */
const isOtherBase = (body: unknown): boolean =>
  z.object({ changes: z.object({ base: z.looseObject({}) }) }).safeParse(body).success;

type Reader = (body: unknown, action: string) => GithubAsk | null;

const readers: Readonly<Record<string, Reader>> = {
  push: (body) => {
    const read = push.parse(body);
    if (read.deleted || read.commits.length === 0) return null;
    const commits = read.commits.map(({ id }) => id);
    return { kind: "push", ...whereOf(read), commits, by: read.sender };
  },
  pull_request: (body, action) => {
    if (action === "closed") {
      const read = closed.parse(body);
      return { kind: "closed", ...whereOf(read), number: read.pull_request.number };
    }
    if (!pullActions.has(action) && !(action === "edited" && isOtherBase(body))) return null;
    const read = pull.parse(body);
    const { number, head, user } = read.pull_request;
    const about = { number, headSha: head.sha, opener: user, by: read.sender };
    return { kind: "pull", ...whereOf(read), ...about, isPush: action === "synchronize" };
  },
  check_run: (body, action) => (action === "rerequested" ? readAgain(body) : null),
  check_suite: (body, action) => (action === "rerequested" ? readAgain(body) : null),
  merge_group: (body, action) => {
    if (action !== "checks_requested") return null;
    const read = group.parse(body);
    const { head_sha, base_sha } = read.merge_group;
    return {
      kind: "group",
      ...whereOf(read),
      headSha: head_sha,
      baseSha: base_sha,
      by: read.sender,
    };
  },
  deployment_protection_rule: (body, action) => {
    if (action !== "requested") return null;
    const read = deployment.parse(body);
    return {
      kind: "deployment",
      ...whereOf(read),
      environment: read.environment,
      sha: read.deployment.sha,
      creator: read.deployment.creator,
      by: read.sender,
      callbackUrl: read.deployment_callback_url,
    };
  },
};

const readAgain = (body: unknown): GithubAsk | null => {
  const read = rerequested.parse(body);
  const headSha = read.check_run?.head_sha ?? read.check_suite?.head_sha;
  return headSha === undefined ? null : { kind: "again", ...whereOf(read), headSha };
};

const withAction = z.object({ action: z.string().default("") });

/** Null: nothing that asks a gate. Throws what zod says when GitHub sends another shape than it documents. */
export const readGithubAsk = (event: string, body: unknown): GithubAsk | null =>
  (Object.hasOwn(readers, event) && readers[event]?.(body, withAction.parse(body).action)) || null;
