import { createPrivateKey } from "node:crypto";
import { SignJWT } from "jose";
import { z } from "zod";

/** GitHub answered something that another try will not change. */
export class GithubRefusal extends Error {}

export type Commit = {
  readonly sha: string;
  /** The account whose address the commit carries; anybody can write that there. */
  readonly author: { readonly id: number; readonly login: string } | null;
  readonly email: string;
};

export type Check = {
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  readonly summary: string;
  readonly detailsUrl: string;
};

export type DeploymentAnswer = {
  readonly environment_name: string;
  readonly state: "approved" | "rejected";
  readonly comment: string;
};

export type GithubClient = {
  readonly appName: () => Promise<string>;
  readonly commitsOfPull: (repository: string, number: number) => Promise<readonly Commit[]>;
  readonly commitsBetween: (
    repository: string,
    base: string,
    head: string,
  ) => Promise<readonly Commit[]>;
  readonly commit: (repository: string, sha: string) => Promise<Commit>;
  readonly writeCheck: (repository: string, check: Check) => Promise<void>;
  readonly answerDeployment: (callbackUrl: string, answer: DeploymentAnswer) => Promise<void>;
};

type ClientParts = {
  readonly apiUrl: string;
  readonly appId: string;
  readonly privateKey: string;
  readonly installation: number | null;
  readonly fetch: typeof fetch;
  readonly now: Date;
};

const answerWithinMs = 10_000;
const pageSize = 100;
const pagesMax = 3;
/** GitHub lists no more commits of a pull request or between two commits. */
const commitsMax = 250;

const commitShape = z.object({
  sha: z.string(),
  author: z.object({ id: z.number().int(), login: z.string() }).nullish(),
  commit: z.object({ author: z.object({ email: z.string() }).nullish() }),
});
const comparison = z.object({ total_commits: z.number().int(), commits: z.array(commitShape) });
const tokenShape = z.object({ token: z.string() });
const appShape = z.object({ slug: z.string().optional(), name: z.string() });

const commitOf = ({ sha, author, commit }: z.infer<typeof commitShape>): Commit => ({
  sha,
  author: author ?? null,
  email: commit.author?.email ?? "",
});

/** GitHub wants the time a minute back, because its clock and ours differ. */
const appToken = ({ appId, privateKey, now }: ClientParts): Promise<string> => {
  const seconds = Math.floor(now.getTime() / 1_000);
  return new SignJWT()
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(appId)
    .setIssuedAt(seconds - 60)
    .setExpirationTime(seconds + 540)
    .sign(createPrivateKey(privateKey));
};

type Request = { readonly method?: string; readonly token: string; readonly body?: object };

/** GitHub answers in JSON or fails; whether another try may help is told apart. */
const ask = async (
  parts: ClientParts,
  url: string,
  { method = "GET", token, body }: Request,
): Promise<unknown> => {
  const response = await parts.fetch(url, {
    method,
    redirect: "error",
    signal: AbortSignal.timeout(answerWithinMs),
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "user-agent": "checkride",
      "x-github-api-version": "2022-11-28",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return text === "" ? null : JSON.parse(text);
  const says = `GitHub answered ${response.status} to ${method} ${new URL(url).pathname}`;
  const isForGood = [400, 401, 404, 410, 422].includes(response.status);
  throw isForGood ? new GithubRefusal(`${says}.`) : new Error(`${says}; it will be tried again.`);
};

type Asked = (path: string, method?: string, body?: object) => Promise<unknown>;

/** With the installation's token, which is asked for once. */
const askerOf = (parts: ClientParts, base: string): Asked => {
  const readToken = async (): Promise<string> => {
    if (parts.installation === null) throw new Error("only an installation can be asked this");
    const url = `${base}/app/installations/${parts.installation}/access_tokens`;
    const answer = await ask(parts, url, { method: "POST", token: await appToken(parts) });
    return tokenShape.parse(answer).token;
  };
  let known: Promise<string> | null = null;
  return async (path, method = "GET", body) => {
    known ??= readToken();
    const url = path.startsWith("/") ? base + path : path;
    return ask(parts, url, { method, token: await known, ...(body && { body }) });
  };
};

const readCommitsOfPull = async (asked: Asked, repository: string, number: number) => {
  const all: Commit[] = [];
  for (let page = 1; page <= pagesMax; page++) {
    const path = `/repos/${repository}/pulls/${number}/commits?per_page=${pageSize}&page=${page}`;
    const read = z.array(commitShape).parse(await asked(path));
    all.push(...read.map(commitOf));
    if (read.length < pageSize) break;
  }
  // Whoever stands behind the end of the list would be asked about by nobody.
  if (all.length < commitsMax) return all;
  throw new GithubRefusal(`${repository}#${number} has more commits than GitHub lists; split it.`);
};

const readCommitsBetween = async (asked: Asked, repository: string, range: string) => {
  const read = comparison.parse(await asked(`/repos/${repository}/compare/${range}`));
  if (read.total_commits <= read.commits.length) return read.commits.map(commitOf);
  throw new GithubRefusal(`${range} of ${repository} has more commits than GitHub lists.`);
};

/** As GitHub writes it, and as nothing makes another address of it on the way. */
const isCallbackOf = (base: string, url: string): boolean =>
  url === new URL(url).href &&
  url.startsWith(`${base}/`) &&
  /^\/repos\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+\/deployment_protection_rule$/.test(
    url.slice(base.length),
  );

const checkBody = ({ name, headSha, conclusion, title, summary, detailsUrl }: Check) => ({
  name,
  head_sha: headSha,
  status: "completed",
  conclusion,
  details_url: detailsUrl,
  output: { title, summary },
});

/** Speaks for the app, or for one of its installations. */
export const makeGithubClient = (parts: ClientParts): GithubClient => {
  const base = parts.apiUrl.replace(/\/$/, "");
  const asked = askerOf(parts, base);
  return {
    appName: async () =>
      appShape.parse(await ask(parts, `${base}/app`, { token: await appToken(parts) })).name,
    commitsOfPull: (repository, number) => readCommitsOfPull(asked, repository, number),
    commitsBetween: (repository, from, to) =>
      readCommitsBetween(asked, repository, `${from}...${to}`),
    commit: async (repository, sha) =>
      commitOf(commitShape.parse(await asked(`/repos/${repository}/commits/${sha}`))),
    writeCheck: async (repository, check) => {
      await asked(`/repos/${repository}/check-runs`, "POST", checkBody(check));
    },
    answerDeployment: async (callbackUrl, answer) => {
      // Told by a signed message, but the token goes nowhere than to the API that it is for.
      if (!isCallbackOf(base, callbackUrl)) {
        throw new GithubRefusal(`${callbackUrl} is no address of ${base}.`);
      }
      await asked(callbackUrl, "POST", answer);
    },
  };
};
