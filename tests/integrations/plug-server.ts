import { type SpawnOptions, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { aloneBundle } from "@checkride/cli/alone-bundle";
import { startForge } from "@checkride/server/features/forges/forge.test-data";
import { appendEvidence } from "@checkride/server/platform/evidence/append-evidence";
import {
  readStaticFiles,
  type StaticFiles,
  serveStatic,
} from "@checkride/server/platform/http/static-files";
import {
  createTestApp,
  type TestApp,
  type TestPerson,
  testOrigin,
} from "@checkride/server/test-app";
import { bringIntoForce, smallPolicy } from "@checkride/server/test-policy";
import { type ServerType, serve } from "@hono/node-server";
import { build } from "esbuild";

export const root = join(import.meta.dirname, "..", "..");
export const gate = "deploy/production";

/** The usual small policy, and a second gate of the same kind. */
const policyIn = (mode: string): string =>
  smallPolicy().replace(
    /^ {2}deploy\/production: .*$/m,
    [gate, "model/keys"]
      .map((name) => `  ${name}: { title: ${name}, mode: ${mode}, asks: [basics] }`)
      .join("\n"),
  );

/** A port on which nobody listens: the server is as good as stopped. */
export const nobody = "http://127.0.0.1:9";

type Ran = { readonly code: number; readonly out: string };
type Variables = Readonly<Record<string, string>>;

/** Runs a program with these variables and nothing else; `out` is what it says, on either way. */
export const runProgram = async (
  program: string,
  args: readonly string[],
  env: Variables,
  options: SpawnOptions = {},
): Promise<Ran> => {
  const path = process.env["PATH"] ?? "";
  const variables = { PATH: path, HOME: "/nonexistent", ...env };
  const child = spawn(program, args, { ...options, stdio: "pipe", env: variables });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error(`${program} did not start`);
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? -1));
  });
  const [code, out, err] = await Promise.all([ended, text(stdout), text(stderr)]);
  return { code, out: out + err };
};

/** The one file as the build offers it under /cli, served as all files are. */
const buildProgram = async (folder: string) => {
  await mkdir(join(folder, "web", "cli"), { recursive: true });
  const program = join(folder, "web", "cli", "checkride.mjs");
  await build({ ...aloneBundle(program, "1.2.3"), absWorkingDir: root });
  const checksum = createHash("sha256")
    .update(await readFile(program))
    .digest("hex");
  await writeFile(`${program}.sha256`, `${checksum}  checkride.mjs\n`);
  return { checksum, files: readStaticFiles(join(folder, "web")) };
};

const listen = (
  app: TestApp,
  files: StaticFiles,
  at = 0,
): Promise<{ readonly url: string; readonly server: ServerType }> =>
  new Promise((resolve) => {
    const fetch = (request: Request) => {
      const { pathname, search } = new URL(request.url);
      if (pathname.startsWith("/cli/")) return serveStatic(files, request);
      return app.request(`${pathname}${search}`, request);
    };
    const server = serve({ fetch, port: at, hostname: "127.0.0.1" }, ({ port }: AddressInfo) =>
      resolve({ url: `http://127.0.0.1:${port}`, server }),
    );
  });

/** A server on loopback with one gate, the forges that it believes, and two developers. */
export const startPlugServer = async () => {
  const folder = await mkdtemp(join(tmpdir(), "checkride plugs "));
  const app = await createTestApp();
  // Programs that are started have the clock of this machine.
  app.clock.set(new Date());
  const { checksum, files } = await buildProgram(folder);
  const first = await listen(app, files);
  const { url } = first;
  let { server } = first;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
  const github = await startForge("github", app.clock.now);
  const gitlab = await startForge("gitlab", app.clock.now);
  const owner = await app.signIn("owner");
  await bringIntoForce(owner, policyIn("enforce"));
  for (const { kind, forge, repository } of [
    { kind: "github" as const, forge: github, repository: "octo/shop" },
    { kind: "gitlab" as const, forge: gitlab, repository: "group/sub/shop" },
  ]) {
    const allowed = [{ repository, gates: ["deploy/*"] }];
    const body = { kind, issuer: forge.url, forge: forge.host, audience: url, allowed };
    const made = await owner.client("POST /api/ci-issuers", { body });
    if (!made.ok) throw new Error(made.problem.detail);
  }
  let account = 5000;
  const tokenFor = async (...scopes: "gates:decide"[]) => {
    const body = { name: "plug", scopes, expiresInDays: 1 };
    const made = await owner.client("POST /api/tokens", { body });
    if (!made.ok) throw new Error(made.problem.detail);
    return made.value.secret;
  };
  const { id } = owner;
  return {
    url,
    folder,
    checksum,
    owner,
    github,
    gitlab,
    token: await tokenFor("gates:decide"),
    /** Whom clearances name as their issuer. */
    issuer: testOrigin,
    /** Where people are sent: the address under which the server knows itself. */
    labPage: `${testOrigin}/labs/L26`,
    /** Somebody with an account of the same number at both forges. */
    addDeveloper: async (): Promise<TestPerson & { readonly account: string }> => {
      const person = await app.signIn("learner");
      account += 1;
      const rows = [github, gitlab].map(({ host }) => `${host},${account},${person.id}`);
      const body = ["forge,account,person", ...rows, ""].join("\n");
      const linked = await owner.client("POST /api/forge-accounts/imports", { body });
      if (!linked.ok) throw new Error(linked.problem.detail);
      return { ...person, account: String(account) };
    },
    emailOf: async (person: string): Promise<string> => {
      const found = await owner.client("GET /api/people/{person}", { params: { person } });
      if (!found.ok) throw new Error(found.problem.detail);
      return found.value.email ?? "";
    },
    /** The lab is passed: what it leaves behind is evidence. */
    passLab: (person: string) => {
      const body = { activity: "lab/L26" };
      const at = app.clock.now();
      return appendEvidence(app.db, [{ kind: "activity.passed", person, actor: id, body, at }]);
    },
    setMode: (mode: string) => bringIntoForce(owner, policyIn(mode)),
    /** Nobody listens for so long. */
    whileAway: async (does: () => Promise<void>) => {
      await stop();
      try {
        await does();
      } finally {
        ({ server } = await listen(app, files, Number(new URL(url).port)));
      }
    },
    close: async () => {
      await stop();
      await Promise.all([github.close(), gitlab.close()]);
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
};

export type PlugServer = Awaited<ReturnType<typeof startPlugServer>>;
