import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  discoveryPath,
  forgePaths,
  makeKey,
  startForge,
  type TestForge,
} from "./forge.test-data.ts";
import { makeIssuerKeys } from "./issuer-keys.ts";

const begun = new Date("2026-11-21T12:00:00.000Z");
const after = (seconds: number) => new Date(begun.getTime() + seconds * 1000);

describe("keys of an issuer", () => {
  let forge: TestForge;
  let keys: ReturnType<typeof makeIssuerKeys>;
  beforeEach(async () => {
    forge = await startForge("gitlab", () => begun);
    keys = makeIssuerKeys();
  });
  afterEach(() => forge.close());

  const asked = () => forge.seen.filter((path) => path === discoveryPath).length;
  const codeOf = async (kid: string, now = begun) => {
    const answer = await keys.keysFor(forge.url, kid, now);
    return answer.ok ? "ok" : answer.error.code;
  };

  it("are fetched once for all who ask at the same time, and again after an hour", async () => {
    const all = await Promise.all([codeOf("key-1"), codeOf("key-1"), codeOf("key-1")]);
    expect([all, asked()]).toEqual([["ok", "ok", "ok"], 1]);
    await codeOf("key-1", after(3_599));
    expect(asked()).toBe(1);
    await codeOf("key-1", after(3_600));
    expect(asked()).toBe(2);
  });

  it("are asked for again at an unknown name, once a minute at most", async () => {
    expect(await codeOf("key-1")).toBe("ok");
    forge.state.keys = [await makeKey("key-2")];
    for (const second of [1, 30, 59])
      expect(await codeOf("key-2", after(second))).toBe("unknown-key");
    expect(asked()).toBe(1);
    expect(await codeOf("key-2", after(60))).toBe("ok");
    // What the issuer has taken back is believed no more.
    expect(await codeOf("key-1", after(61))).toBe("unknown-key");
    expect(asked()).toBe(2);
  });

  it("stay known while the issuer is away, and are asked for again soon", async () => {
    expect(await codeOf("key-1")).toBe("ok");
    forge.lies.set(discoveryPath, (_, answer) => void answer.writeHead(500).end());
    expect(await codeOf("key-1", after(4_000))).toBe("ok");
    expect(await codeOf("key-2", after(4_001))).toBe("away");
    forge.lies.clear();
    expect(await codeOf("key-1", after(4_006))).toBe("ok");
    expect(asked()).toBe(3);
  });

  it("are believed a day at most while the issuer is away", async () => {
    expect(await codeOf("key-1")).toBe("ok");
    forge.lies.set(discoveryPath, (_, answer) => void answer.writeHead(500).end());
    expect(await codeOf("key-1", after(86_399))).toBe("ok");
    expect(await codeOf("key-1", after(86_405))).toBe("away");
  });

  it.each<[string, string]>([
    ["a page", "<html>sign in</html>"],
    [
      "another issuer",
      '{"issuer":"https://gitlab.com","jwks_uri":"https://gitlab.com/oauth/discovery/keys"}',
    ],
    ["one name twice", '{"issuer":"URL","jwks_uri":"URL/oauth/discovery/keys","issuer":"URL"}'],
    ["keys somewhere else", '{"issuer":"URL","jwks_uri":"http://localhost:1/keys"}'],
    ["a whole book", `{"issuer":"URL","x":"${"x".repeat(300_000)}"}`],
  ])("are none where the issuer shows %s", async (_, text) => {
    const lie = text.replaceAll("URL", forge.url);
    forge.lies.set(discoveryPath, (__, answer) => void answer.writeHead(200).end(lie));
    expect(await codeOf("key-1")).toBe("away");
  });

  it("are not looked for where an issuer points on to", async () => {
    const location = `${forge.url}${forgePaths.gitlab.keys}`;
    forge.lies.set(discoveryPath, (_, answer) => void answer.writeHead(302, { location }).end());
    expect(await codeOf("key-1")).toBe("away");
    expect(forge.seen).toEqual([discoveryPath]);
  });

  it("are none where the connection is cut", async () => {
    forge.lies.set(discoveryPath, (request) => void request.socket.destroy());
    expect(await codeOf("key-1")).toBe("away");
  });
});
