import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { aloneBundle } from "@checkride/cli/alone-bundle";
import { runLine, testEnvironment } from "@checkride/cli/test-shell";
import { seal } from "@checkride/server/features/evidence/seal";
import { startForge, type TestForge } from "@checkride/server/features/forges/forge.test-data";
import { appendEvidence } from "@checkride/server/platform/evidence/append-evidence";
import {
  createTestApp,
  type TestApp,
  type TestPerson,
  testOrigin,
} from "@checkride/server/test-app";
import { bringIntoForce, smallPolicy } from "@checkride/server/test-policy";
import { type ServerType, serve } from "@hono/node-server";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const gate = "deploy/production";
const minuteMs = 60_000;

let app: TestApp;
let owner: TestPerson;
let folder: string;
let program: string;
let url: string;
let server: ServerType | null = null;

const startServer = (port = 0): Promise<string> =>
  new Promise((resolve) => {
    server = serve(
      {
        fetch: (request) => {
          const { pathname, search } = new URL(request.url);
          return app.request(`${pathname}${search}`, request);
        },
        port,
        hostname: "127.0.0.1",
      },
      (address: AddressInfo) => resolve(`http://127.0.0.1:${address.port}`),
    );
  });

const stopServer = (): Promise<void> =>
  new Promise((resolve) => {
    if (!server) return resolve();
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
    server = null;
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride gate line "));
  program = join(folder, "checkride.mjs");
  await build({ ...aloneBundle(program, "1.2.3"), absWorkingDir: root });
  app = await createTestApp();
  // The program that is started has the clock of this machine.
  app.clock.set(new Date());
  owner = await app.signIn("owner");
  await bringIntoForce(owner);
  url = await startServer();
});
afterAll(async () => {
  await stopServer();
  await app.close();
  await rm(folder, { recursive: true });
});

/** The lab is passed: what it leaves behind is evidence. */
const passLab = (person: string) => {
  const body = { activity: "lab/L26" };
  const at = app.clock.now();
  return appendEvidence(app.db, [{ kind: "activity.passed", person, actor: person, body, at }]);
};

const start = (home: string, ...args: readonly string[]) => {
  const env = {
    CHECKRIDE_URL: url,
    XDG_CACHE_HOME: join(folder, home),
    XDG_CONFIG_HOME: join(folder, home),
  };
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env });
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? -1)));
  return { child, ended, out: text(child.stdout) };
};

const run = async (home: string, ...args: readonly string[]) => {
  const { ended, out } = start(home, ...args);
  return { code: await ended, out: await out };
};

/** `checkride login` in a terminal, and the yes of this person in a browser. */
const logIn = async (home: string, person: TestPerson): Promise<number> => {
  const { child, ended } = start(home, "login");
  let said = "";
  for await (const chunk of child.stderr) {
    said += String(chunk);
    const [code] = /[B-Z]{4}-[B-Z]{4}$/m.exec(said) ?? [];
    if (code === undefined || !said.includes("compare")) continue;
    await person.client("POST /api/device-logins/{code}/confirmation", { params: { code } });
    break;
  }
  child.stderr.resume();
  return ended;
};

describe("a developer, a pipeline and the one file", () => {
  it("refused with the way out printed, passes the moment the lab is done, and while the server is away", async () => {
    const developer = await app.signIn("learner");
    expect(await logIn("developer", developer)).toBe(0);
    const refused = await run("developer", "gate", gate);
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(
      /^closed {2}deploy\/production\n {2}.*has not been earned\. The shortest way: /,
    );
    expect(refused.out).toContain("/labs/L26");

    await passLab(developer.id);
    const passed = await run("developer", "gate", gate);
    expect(passed).toMatchObject({
      code: 0,
      out: expect.stringContaining("open  deploy/production"),
    });

    const { port } = new URL(url);
    await stopServer();
    const kept = await run("developer", "gate", gate, "--json");
    expect([kept.code, JSON.parse(kept.out)]).toMatchObject([
      0,
      { outcome: "allow", source: "kept" },
    ]);
    expect((await run("stranger", "gate", gate)).code).toBe(4);
    await startServer(Number(port));
  });

  it("logged out asks for nobody any more", async () => {
    const developer = await app.signIn("learner");
    expect(await logIn("leaving", developer)).toBe(0);
    expect((await run("leaving", "whoami")).out).toContain("standing:own");
    expect((await run("leaving", "login", "--end")).code).toBe(0);
    expect((await run("leaving", "gate", gate)).code).toBe(4);
  });
});

/** The command line in this process, so that its clock may be set; the network is real. */
const line = (token: string, now: Date, ...args: readonly string[]) => {
  const environment = {
    ...testEnvironment,
    token,
    serverUrl: url,
    cacheFolder: join(folder, "line"),
  };
  // Certificates name the address under which the installation knows itself.
  const reach: typeof fetch = (input, init) => fetch(String(input).replace(testOrigin, url), init);
  return runLine(args, { environment, now: () => now, fetch: reach });
};

const tokenOf = async (...scopes: ("gates:decide" | "standing:own" | "evidence:read")[]) => {
  const body = { name: "pipeline", scopes, expiresInDays: 1 };
  const made = await owner.client("POST /api/tokens", { body });
  if (!made.ok) throw new Error(made.problem.detail);
  return made.value.secret;
};

describe("a gate while the server is away", () => {
  it.each([
    ["deny", 1],
    ["allow", 0],
  ] as const)("answers until its max age, and then %s", async (otherwise, code) => {
    const rule = `enforce, offline: { maxAge: 30 minutes, otherwise: ${otherwise} }`;
    await bringIntoForce(owner, smallPolicy().replace("mode: enforce", `mode: ${rule}`));
    const person = await app.signIn("learner");
    await passLab(person.id);
    const token = await tokenOf("gates:decide");
    const asked = ["gate", gate, "--person", person.id];
    const now = app.clock.now();
    expect((await line(token, now, ...asked)).code).toBe(0);
    const { port } = new URL(url);
    await stopServer();
    const at = (minutes: number) => new Date(now.getTime() + minutes * minuteMs);
    expect((await line(token, at(29), ...asked)).code).toBe(0);
    expect((await line(token, at(30), ...asked)).code).toBe(code);
    expect((await line(token, at(29), "gate", "deploy/other", "--person", person.id)).code).toBe(3);
    expect((await line(token, at(29), "gate", gate, "--person", owner.id)).code).toBe(3);
    await startServer(Number(port));
  });

  it("keeps no yes of somebody who was shut out", async () => {
    const person = await app.signIn("learner");
    await passLab(person.id);
    const token = await tokenOf("gates:decide");
    const asked = ["gate", gate, "--person", person.id];
    const now = app.clock.now();
    expect((await line(token, now, ...asked)).code).toBe(0);
    await owner.client("POST /api/people/{person}/deactivate", {
      params: { person: person.id },
      body: { reason: "left" },
    });
    expect((await line(token, now, ...asked)).code).toBe(1);
    expect((await line(token, now, ...asked, "--offline")).code).toBe(3);
  });
});

describe("a pipeline with nothing but what its forge has signed", () => {
  let forge: TestForge;
  beforeAll(async () => {
    forge = await startForge("github", app.clock.now);
    const allowed = [{ repository: "octo/*", gates: [gate] }];
    const issuer = { kind: "github" as const, issuer: forge.url, forge: forge.host, allowed };
    await owner.client("POST /api/ci-issuers", { body: issuer });
  });
  afterAll(() => forge.close());

  const inPipeline = async (claims: Record<string, unknown> = {}, ...more: string[]) => {
    const environment = {
      ...testEnvironment,
      token: null,
      serverUrl: url,
      cacheFolder: join(folder, "pipeline"),
      idToken: await forge.sign(claims),
    };
    const now = app.clock.now();
    return runLine(["gate", gate, ...more], { environment, now: () => now });
  };

  it("is open for whoever it was started by, and for nobody whom it only names", async () => {
    await bringIntoForce(owner);
    const developer = await app.signIn("learner");
    const csv = `forge,account,person\n${forge.host},4711,${developer.id}\n`;
    await owner.client("POST /api/forge-accounts/imports", { body: csv });
    const refused = await inPipeline();
    expect([refused.code, refused.text]).toEqual([1, expect.stringContaining("/labs/L26")]);
    await passLab(developer.id);
    expect((await inPipeline()).code).toBe(0);

    const stranger = { actor_id: "666", actor: "octo-4711", user_email: "ada@test.example" };
    const unlinked = await inPipeline(stranger);
    expect([unlinked.code, unlinked.text]).toEqual([1, expect.stringContaining("/account")]);
    expect((await inPipeline({}, "--author", `${forge.host}/666`)).code).toBe(1);
    expect((await inPipeline({}, "--author", `${forge.host}/4711`)).code).toBe(0);
    expect((await inPipeline({ repository: "evil/shop" })).code).toBe(4);
    expect((await inPipeline({ aud: "https://elsewhere.example" })).code).toBe(4);
  });
});

describe("what the server gave away, verified", () => {
  it("a certificate, until it is revoked", async () => {
    const person = await app.signIn("learner");
    await passLab(person.id);
    await person.client("GET /api/standing", {});
    const held = await person.client("GET /api/me/certificates", {});
    const [certificate] = held.ok ? held.value.certificates : [];
    if (!certificate) throw new Error("no certificate was issued");
    const link = certificate.url.replace(testOrigin, url);
    const now = app.clock.now();
    const verified = await line("", now, "verify", link);
    expect([verified.code, verified.text]).toEqual([0, expect.stringContaining("not revoked")]);
    const page = `/certificates/${certificate.id}/credential.json`;
    const json = join(folder, "credential.json");
    const credential = await (await app.request(page)).text();
    await writeFile(json, credential);
    expect((await line("", now, "verify", json)).code).toBe(0);
    await writeFile(json, credential.replace("The basics", "Everything"));
    expect((await line("", now, "verify", json)).code).toBe(1);
    expect((await line("", now, "verify", json, "--offline")).code).toBe(3);
    const revoked = await owner.client("POST /api/certificates/{certificate}/revocation", {
      params: { certificate: certificate.id },
      body: { reason: "not earned by themselves" },
    });
    expect(revoked.ok).toBe(true);
    expect((await line("", now, "verify", link)).code).toBe(1);
  });

  it("a proof of the ledger, and no other than the signed one", async () => {
    const person = await app.signIn("learner");
    await passLab(person.id);
    const { readSigner } = app.wired;
    await seal({ db: app.parts.handle.db, readSigner, clock: app.clock.now });
    const query = { person: person.id, kind: "activity.passed" };
    const listed = await owner.client("GET /api/evidence", { query });
    const evidence = listed.ok ? (listed.value.items[0]?.id ?? "") : "";
    const proof = await owner.client("GET /api/evidence/{evidence}/proof", {
      params: { evidence },
    });
    if (!proof.ok) throw new Error(proof.problem.detail);
    const file = join(folder, "proof.json");
    const now = app.clock.now();
    const check = async (value: unknown, ...more: string[]) => {
      await writeFile(file, JSON.stringify(value));
      return (await line("", now, "verify", file, ...more)).code;
    };
    const { value } = proof;
    const key = ["--key", value.vkey];
    expect(await check(value, ...key)).toBe(0);
    expect(await check(value)).toBe(6);
    const { row } = value;
    for (const changed of [
      { ...value, row: { ...row, kind: "other" } },
      { ...value, row: { ...row, body: { activity: "lab/L01" } } },
      { ...value, row: { ...row, person: { id: owner.id, name: "" } } },
      { ...value, row: { ...row, seq: (row.seq ?? 0) + 1 } },
      { ...value, salt: null },
      { ...value, size: value.size + 1 },
      { ...value, inclusion: value.inclusion.slice(1) },
      { ...value, root: value.leaf },
    ]) {
      expect(await check(changed, ...key)).toBe(1);
    }
  });
});
