import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer } from "../test-server.ts";
import { runLine, testEnvironment } from "../test-shell.ts";

const begun = {
  code: "BDWP-HQPK",
  secret: "s".repeat(43),
  page: "http://localhost/login/BDWP-HQPK",
  expiresAt: "2026-05-03T09:40:00.000Z",
  pollSeconds: 2,
};

describe("login", () => {
  let folder: string;
  let made = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "checkride login "));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const environment = (serverUrl: string) => ({
    ...testEnvironment,
    token: null,
    serverUrl,
    configFolder: join(folder, String(made)),
  });
  /** Answers one state after the other, the last one again and again. */
  const serve = (...states: readonly ("waiting" | "confirmed" | "refused")[]) => {
    made += 1;
    let asked = 0;
    return startTestServer({
      "POST /api/device-logins": () => ({ answer: begun }),
      "POST /api/device-logins/token": () => {
        const state = states[Math.min(asked++, states.length - 1)] ?? "waiting";
        return { answer: { state, token: state === "confirmed" ? "ckr_given" : null } };
      },
      "GET /api/session": ({ token }) => ({ problem: "token-not-valid", detail: token ?? "" }),
      "DELETE /api/me/token": () => ({ answer: undefined }),
    });
  };

  it("shows link and code, waits for the yes, and keeps the token for its owner only", async () => {
    const server = await serve("waiting", "waiting", "confirmed");
    const shell = { environment: environment(server.url) };
    const { code, notes } = await runLine(["login", "--right", "policy:plan"], shell);
    expect(code).toBe(0);
    expect(notes.join("\n")).toContain("/login/BDWP-HQPK");
    expect(server.received[0]?.body).toMatchObject({ rights: ["standing:own", "policy:plan"] });
    const logins = join(folder, String(made), "logins");
    const [name = ""] = await readdir(logins);
    expect(await readFile(join(logins, name), "utf8")).toBe("ckr_given\n");
    expect((await stat(join(logins, name))).mode & 0o777).toBe(0o600);
    const next = await runLine(["whoami"], shell);
    expect(next.outcome.complaint?.says).toContain("Bearer ckr_given");
    await server.close();
  });

  it("sends the token to no other server", async () => {
    const server = await serve("confirmed");
    await runLine(["login"], { environment: environment(server.url) });
    const elsewhere = { ...environment("http://127.0.0.1:9") };
    expect((await runLine(["whoami"], { environment: elsewhere })).code).toBe(4);
    await server.close();
  });

  it("ends with 1 after a no, and when nobody says anything in time", async () => {
    const refused = await serve("refused");
    const shell = { environment: environment(refused.url) };
    expect((await runLine(["login"], shell)).code).toBe(1);
    await refused.close();
    const silent = await serve("waiting");
    let now = Date.parse("2026-05-03T09:30:00.000Z");
    const ended = await runLine(["login"], {
      environment: environment(silent.url),
      now: () => new Date(now),
      wait: async (ms) => {
        now += ms * 60;
      },
    });
    expect(ended.code).toBe(1);
    await silent.close();
  });

  it("logs out: the token ends at the server and is gone here", async () => {
    const server = await serve("confirmed");
    const shell = { environment: environment(server.url) };
    await runLine(["login"], shell);
    expect((await runLine(["login", "--end"], shell)).code).toBe(0);
    expect(server.received.at(-1)).toMatchObject({
      name: "DELETE /api/me/token",
      token: "Bearer ckr_given",
    });
    expect((await runLine(["whoami"], shell)).code).toBe(4);
    await server.close();
  });
});
