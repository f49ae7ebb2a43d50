import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  makeTestKey,
  signClearance,
  testGate,
  testIssuer,
  testNow,
} from "@checkride/verifier/test-issuer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type GateReply,
  type GateServer,
  sendJson,
  startGateServer,
} from "../gate/test-gate-server.ts";
import { runLine, testEnvironment } from "../test-shell.ts";

const key = makeTestKey("2026-11");
const forged = makeTestKey("2026-11");
const later = (minutes: number): Date => new Date(testNow.getTime() + minutes * 60_000);

const decision = {
  outcome: "deny",
  mode: "enforce",
  enforced: true,
  reasons: [{ code: "lacks", certificate: "basics", says: "The basics has not been earned." }],
  remedy: [{ ref: "lab/L26", title: "Clean a poisoned set", minutes: 25 }],
  authors: [],
  links: {
    standing: "http://c/",
    account: "http://c/account",
    remedy: [{ ref: "lab/L26", url: "http://c/labs/L26" }],
  },
};

const closed: GateReply = (response) => {
  const problem = { code: "gate-closed", status: 403, title: "", detail: "", decision };
  response.writeHead(403, { "content-type": "application/problem+json" });
  response.end(JSON.stringify(problem));
};

/** Answers with this token and publishes the real keys. */
const giving =
  (clearance: string, issuer = testIssuer): GateReply =>
  (response, path) =>
    path === "/.well-known/jwks.json"
      ? sendJson(response, key.set)
      : sendJson(response, { clearance, issuer, decision: { ...decision, outcome: "allow" } });

const silent: GateReply = () => undefined;
const html: GateReply = (response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<h1>Sign in to this network</h1>");
};

describe("a gate at the command line", () => {
  let folder: string;
  let reply: GateReply;
  let server: GateServer;
  let cache = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "checkride gate "));
    server = await startGateServer((response, path) => reply(response, path));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const inCache = (cacheFolder: string, now = testNow, token = "ckr_mine") => ({
    now: () => now,
    environment: { ...testEnvironment, token, serverUrl: server.url, cacheFolder },
  });
  const fresh = (): string => join(folder, `cache-${cache++}`);
  const ask = (told: GateReply, cacheFolder = fresh(), now = testNow, ...more: string[]) => {
    reply = told;
    return runLine(["gate", testGate, ...more], inCache(cacheFolder, now));
  };

  it("is open when a clearance says so whose signature holds", async () => {
    const { code, text, outcome } = await ask(giving(await signClearance(key)));
    expect([code, text]).toEqual([0, `open  ${testGate}: until 2026-11-22 13:00 UTC`]);
    expect(outcome.json).toMatchObject({ outcome: "allow", source: "server", earned: true });
  });

  it("is closed with what is missing and the page on which it is done", async () => {
    const { code, text } = await ask(closed);
    expect(code).toBe(1);
    expect(text).toBe(
      [
        `closed  ${testGate}`,
        "  The basics has not been earned. The shortest way: Clean a poisoned set (25 min).",
        "  http://c/labs/L26",
      ].join("\n"),
    );
  });

  it("warns in the mode warn and says nothing in the mode observe; both let through", async () => {
    const lacking = { earned: false, mode: "warn" };
    const warned = await ask(giving(await signClearance(key, lacking)));
    expect([warned.code, warned.text.split("\n")[1]]).toEqual([
      0,
      "  The basics has not been earned. The shortest way: Clean a poisoned set (25 min).",
    ]);
    const observe = await signClearance(key, { ...lacking, mode: "observe" });
    const seen = await ask(giving(observe));
    expect([seen.code, seen.text]).toEqual([0, ""]);
    expect(seen.outcome.json).toMatchObject({ mode: "observe", earned: false });
  });

  it("is never open by what lies, hangs or breaks", async () => {
    const good = await signClearance(key);
    const lies: GateReply[] = [
      html,
      giving(await signClearance(forged)),
      giving(await signClearance(key, { aud: "deploy/staging" })),
      giving(await signClearance(key, { exp: 1 })),
      giving(good, "https://evil.example"),
      giving("a.b.c"),
      (response) => sendJson(response, { outcome: "allow" }),
      (response) => sendJson(response, "allow"),
      (response) => sendJson(response, { clearance: good, issuer: testIssuer }, 500),
      (response) => sendJson(response, null),
      (response, path) =>
        path.endsWith("jwks.json")
          ? html(response, path)
          : sendJson(response, { clearance: good, issuer: testIssuer }),
      (response) => response.destroy(),
    ];
    for (const lie of lies) {
      const { code, outcome } = await ask(lie);
      expect([code, outcome.complaint?.code]).toEqual([3, "no-answer"]);
    }
  });

  it("does not wait for a server that hangs", async () => {
    reply = silent;
    const hasty: typeof fetch = (input, init) =>
      fetch(input, { ...init, signal: AbortSignal.any([AbortSignal.timeout(50)]) });
    const shell = { ...inCache(fresh()), fetch: hasty };
    expect((await runLine(["gate", testGate], shell)).code).toBe(3);
  });

  it("ends with 4 without a token and with one that is refused, whatever is kept", async () => {
    const cacheFolder = fresh();
    await ask(giving(await signClearance(key)), cacheFolder);
    const refused: GateReply = (response) =>
      sendJson(response, { code: "token-not-valid", status: 401, title: "", detail: "" }, 401);
    expect((await ask(refused, cacheFolder)).code).toBe(4);
    expect((await ask(silent, cacheFolder, testNow, "--offline")).code).toBe(3);
    const environment = { ...testEnvironment, token: null, serverUrl: server.url };
    expect((await runLine(["gate", testGate], { environment })).code).toBe(4);
  });

  describe("while no server answers", () => {
    const away: GateReply = (response) => response.destroy();

    it("answers from the last clearance, as long as the gate allows", async () => {
      const cacheFolder = fresh();
      await ask(giving(await signClearance(key)), cacheFolder);
      const kept = await ask(away, cacheFolder, later(59));
      expect(kept.code).toBe(0);
      expect(kept.text).toContain("answered at 2026-11-22 12:00 UTC");
      expect(kept.notes.join()).toContain("does not answer");
      expect((await ask(html, cacheFolder, later(59))).code).toBe(0);
      expect((await ask(away, cacheFolder, later(60))).code).toBe(1);
      expect((await ask(silent, cacheFolder, later(59), "--offline")).code).toBe(0);
    });

    it("does beyond that what the gate says, and nothing else", async () => {
      for (const [otherwise, code] of [
        ["deny", 1],
        ["allow", 0],
        ["perhaps", 1],
      ] as const) {
        const cacheFolder = fresh();
        await ask(giving(await signClearance(key, { offline: { otherwise } })), cacheFolder);
        const { outcome, ...ended } = await ask(away, cacheFolder, later(600));
        expect(ended.code, otherwise).toBe(code);
        expect(outcome.json).toMatchObject({ source: "otherwise" });
      }
    });

    it("forgets a yes once the server has said no", async () => {
      const cacheFolder = fresh();
      await ask(giving(await signClearance(key)), cacheFolder);
      await ask(closed, cacheFolder);
      expect((await ask(away, cacheFolder)).code).toBe(3);
    });

    it("never answers with somebody else's clearance, nor before it was given", async () => {
      const cacheFolder = fresh();
      await ask(giving(await signClearance(key)), cacheFolder);
      reply = away;
      const other = await runLine(["gate", testGate], inCache(cacheFolder, testNow, "ckr_other"));
      expect(other.code).toBe(3);
      expect((await ask(away, cacheFolder, testNow, "--person", "a@b.example")).code).toBe(3);
      expect((await ask(away, cacheFolder, later(-2))).code).toBe(3);
    });

    it("believes nothing that somebody wrote into the folder", async () => {
      const cacheFolder = fresh();
      await ask(giving(await signClearance(key)), cacheFolder);
      const [name = ""] = await readdir(cacheFolder);
      const file = join(cacheFolder, name);
      const kept = JSON.parse(await readFile(file, "utf8"));
      expect((await stat(file)).mode & 0o077).toBe(0);
      for (const changed of [
        { ...kept, clearance: await signClearance(forged) },
        { ...kept, clearance: await signClearance(key, { aud: "deploy/staging" }) },
        { ...kept, issuer: "https://evil.example" },
        { ...kept, keys: "{}" },
        { ...kept, keys: 1 },
        "",
      ]) {
        await writeFile(file, JSON.stringify(changed));
        expect((await ask(away, cacheFolder)).code).toBe(3);
      }
      // Forged with its own keys, in a file that others may write.
      const clearance = await signClearance(forged);
      const own = { ...kept, keys: JSON.stringify(forged.set), clearance };
      await writeFile(file, JSON.stringify(own));
      await chmod(file, 0o622);
      expect((await ask(away, cacheFolder)).code).toBe(3);
    });
  });

  it("checks a clearance that is handed over, with keys alone", async () => {
    const keys = join(folder, "keys.json");
    await writeFile(keys, JSON.stringify(key.set));
    const check = async (token: string, now = testNow, ...more: string[]) => {
      const readInput = async () => Buffer.from(token);
      const shell = { now: () => now, readInput };
      const args = ["gate", testGate, "--clearance", "-", "--keys", keys, ...more];
      return (await runLine(args, shell)).code;
    };
    const good = await signClearance(key);
    expect(await check(`${good}\n`)).toBe(0);
    expect(await check(good, testNow, "--issuer", testIssuer)).toBe(0);
    expect(await check(good, testNow, "--issuer", "https://evil.example")).toBe(1);
    expect(await check(good, later(61))).toBe(1);
    expect(await check(await signClearance(forged))).toBe(1);
    expect(await check(await signClearance(key, { aud: "deploy/staging" }))).toBe(1);
    expect(await check("x".repeat(70_000))).toBe(1);
    expect(await check("")).toBe(2);
  });

  describe("in a pipeline", () => {
    const payload = (claims: object): string =>
      Buffer.from(JSON.stringify(claims)).toString("base64url");
    const idToken = (jti: string, actor = "1"): string =>
      ["{}", { iss: "https://forge", sub: "repo:a/b", actor_id: actor, jti }, "signature"]
        .map((part) =>
          typeof part === "string" ? Buffer.from(part).toString("base64url") : payload(part),
        )
        .join(".");
    const inPipeline = (
      reply_: GateReply,
      cacheFolder: string,
      with_: Partial<typeof testEnvironment>,
      ...more: string[]
    ) => {
      reply = reply_;
      const environment = {
        ...testEnvironment,
        token: null,
        serverUrl: server.url,
        cacheFolder,
        ...with_,
      };
      return runLine(["gate", testGate, ...more], { now: () => testNow, environment });
    };

    it("asks with the token that the forge gave, and keeps the answer for whoever runs it", async () => {
      const cacheFolder = fresh();
      const good = giving(await signClearance(key));
      expect((await inPipeline(good, cacheFolder, { idToken: idToken("1") })).code).toBe(0);
      expect(server.asked.at(-2)).toContain("/ci-clearances");
      const away: GateReply = (response) => response.destroy();
      expect((await inPipeline(away, cacheFolder, { idToken: idToken("2") })).code).toBe(0);
      expect((await inPipeline(away, cacheFolder, { idToken: idToken("3", "2") })).code).toBe(3);
    });

    it("requests one where GitHub gives it, made out to the server", async () => {
      const good = giving(await signClearance(key));
      const both: GateReply = (response, path) =>
        path.startsWith("/id-token")
          ? sendJson(response, { value: idToken("1") })
          : good(response, path);
      const idTokenFrom = { url: `${server.url}/id-token?api=2`, token: "job" };
      expect((await inPipeline(both, fresh(), { idTokenFrom })).code).toBe(0);
      const audience = encodeURIComponent(server.url);
      expect(server.asked).toContain(`GET /id-token?api=2&audience=${audience}`);
      const none: GateReply = (response) => sendJson(response, {}, 404);
      expect((await inPipeline(none, fresh(), { idTokenFrom })).code).toBe(4);
    });

    it("asks about nobody but whoever runs it, and for authors by their numbers", async () => {
      const good = giving(await signClearance(key));
      const mine = { idToken: idToken("1") };
      expect((await inPipeline(good, fresh(), mine, "--person", "a@b.example")).code).toBe(2);
      expect((await inPipeline(good, fresh(), mine, "--author", "octocat")).code).toBe(2);
      expect((await inPipeline(good, fresh(), mine, "--author", "github.com/583231")).code).toBe(0);
    });
  });

  it("says what is wrong with how it is asked", async () => {
    for (const args of [
      ["--account", "octocat"],
      ["--keys", "k.json"],
      ["--author", "github.com/1"],
      ["--account", "github.com/1", "--person", "a@b.example"],
    ]) {
      expect((await runLine(["gate", testGate, ...args])).code, args.join(" ")).toBe(2);
    }
  });
});
