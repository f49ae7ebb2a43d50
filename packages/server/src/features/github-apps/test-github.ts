import { createHmac, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { components, operations } from "@octokit/openapi-types";
import { jwtVerify } from "jose";
import { z } from "zod";

type CheckBody = NonNullable<
  operations["checks/create"]["requestBody"]
>["content"]["application/json"];
type Conclusion = components["schemas"]["check-run"]["conclusion"];

const conclusions = ["success", "failure", "neutral"] as const satisfies readonly Conclusion[];

/** What GitHub takes for a check run that is over, and its limits. */
const checkBody = z.strictObject({
  name: z.string().min(1),
  head_sha: z.string().regex(/^[0-9a-f]{40}$/),
  status: z.literal("completed"),
  conclusion: z.enum(conclusions),
  details_url: z.url(),
  output: z.strictObject({ title: z.string().max(255), summary: z.string().max(65_535) }),
}) satisfies z.ZodType<Partial<CheckBody>>;

const deploymentBody = z.strictObject({
  environment_name: z.string(),
  state: z.enum(["approved", "rejected"]),
  comment: z.string(),
});

export type TestCommit = {
  readonly sha: string;
  readonly author: { readonly id: number; readonly login: string } | null;
  readonly commit: { readonly author: { readonly email: string } };
};

const read = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
};

export const appId = "314";
export const webhookSecret = "a secret of at least sixteen";

/** GitHub as far as an app sees it: it checks what it gets as its documentation says, and can be made to fail. */
export const startTestGithub = async (clock: () => Date) => {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const privateKey = keys.privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const commits: TestCommit[] = [];
  const checks: (z.infer<typeof checkBody> & { readonly repository: string })[] = [];
  const deployments: (z.infer<typeof deploymentBody> & { readonly run: string })[] = [];
  const faults: number[] = [];
  const unlisted: TestCommit[] = [];
  /** Where a pull request has other commits than the rest. */
  const ofPull = new Map<number, readonly TestCommit[]>();
  const tokens = new Set<string>();

  const isTheApp = async (token: string): Promise<boolean> => {
    const { payload } = await jwtVerify(token, keys.publicKey, {
      algorithms: ["RS256"],
      issuer: appId,
      currentDate: clock(),
    });
    return (payload.exp ?? 0) - (payload.iat ?? 0) <= 600;
  };
  const answer = async (method: string, path: string, token: string, body: string) => {
    if (path === "/app" && (await isTheApp(token))) return [200, { name: "Gatekeeper" }] as const;
    if (/^\/app\/installations\/\d+\/access_tokens$/.test(path) && (await isTheApp(token))) {
      const made = `ghs_${randomUUID()}`;
      tokens.add(made);
      return [201, { token: made, expires_at: "2100-01-01T00:00:00Z" }] as const;
    }
    if (!tokens.has(token)) return [401, { message: "Bad credentials" }] as const;
    const [, repository = "", rest = ""] = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
    if (method === "POST" && rest === "check-runs") {
      checks.push({ repository, ...checkBody.parse(JSON.parse(body)) });
      return [201, { id: checks.length }] as const;
    }
    const run = /^actions\/runs\/(\d+)\/deployment_protection_rule$/.exec(rest)?.[1];
    if (method === "POST" && run !== undefined) {
      deployments.push({ run, ...deploymentBody.parse(JSON.parse(body)) });
      return [204, null] as const;
    }
    const pull = /^pulls\/(\d+)\/commits$/.exec(rest)?.[1];
    if (pull !== undefined) return [200, ofPull.get(Number(pull)) ?? commits] as const;
    if (/^compare\/[0-9a-f]+\.\.\.[0-9a-f]+$/.test(rest)) {
      return [200, { total_commits: commits.length + unlisted.length, commits }] as const;
    }
    const sha = /^commits\/([0-9a-f]+)$/.exec(rest)?.[1];
    const found = commits.find((commit) => commit.sha === sha);
    return found ? ([200, found] as const) : ([404, { message: "Not Found" }] as const);
  };
  const server = createServer((request, response) => {
    const serve = async () => {
      const fault = faults.shift();
      const url = new URL(request.url ?? "/", "http://github.test");
      const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
      const page = Number(url.searchParams.get("page") ?? 1);
      const body = await read(request);
      const [status, value] =
        fault === undefined
          ? await answer(request.method ?? "", url.pathname, token, body)
          : [fault, { message: "as the test wants it" }];
      const shown = Array.isArray(value) ? value.slice((page - 1) * 100, page * 100) : value;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(status === 204 ? undefined : JSON.stringify(shown));
    };
    serve().catch((error: unknown) => response.writeHead(422).end(String(error)));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    forge: `127.0.0.1:${port}`,
    privateKey,
    commits,
    ofPull,
    /** Between two commits, and beyond what is listed. */
    unlisted,
    checks,
    deployments,
    /** The next answers are these. */
    faults,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};

export const signed = (body: string, secret = webhookSecret): string =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
