import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  certificateClaims,
  listClaims,
  makeTestKey,
  signClearance,
  signTest,
  testGate,
  testIssuer,
  testList,
  testNow,
} from "@checkride/verifier/test-issuer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GateReply, type GateServer, startGateServer } from "../gate/test-gate-server.ts";
import { runLine, testEnvironment } from "../test-shell.ts";

const key = makeTestKey("2026-11");
const forged = makeTestKey("2026-11");

describe("verify", () => {
  let folder: string;
  let server: GateServer;
  let pages: Record<string, string> = {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "checkride verify "));
    const reply: GateReply = (response, path) => {
      const page = pages[path];
      response.writeHead(page === undefined ? 404 : 200).end(page);
    };
    server = await startGateServer(reply);
    await write("keys.json", JSON.stringify(key.set));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const write = async (name: string, text: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const certificate = (changed = {}) => signTest(key, "JWT", certificateClaims(changed));
  const list = (revoked: readonly number[] = [], changed = {}) =>
    signTest(key, "JWT", { ...listClaims(revoked), ...changed });
  const run = async (paper: string, ...more: string[]) => {
    const environment = {
      ...testEnvironment,
      serverUrl: server.url,
      cacheFolder: join(folder, "c"),
    };
    return runLine(["verify", paper, ...more], { environment, now: () => testNow });
  };
  const offline = (paper: string, ...more: string[]) =>
    run(paper, "--offline", "--keys", join(folder, "keys.json"), ...more);

  it("says in a sentence what a certificate proves", async () => {
    const paper = await write("paper.jwt", await certificate());
    const signed = await write("list.jwt", await list());
    const { code, text } = await offline(paper, "--status-list", signed);
    expect([code, text]).toEqual([
      0,
      `verified  Whoever holds this certificate earned "Safe use" by 2026-11-21 and counts until 2026-11-23, says ${testIssuer}, and it is not revoked.`,
    ]);
  });

  it("refuses what was revoked, forged, is over or another's", async () => {
    const good = await write("list.jwt", await list());
    const revoked = await write("revoked.jwt", await list([4711]));
    const paper = await write("paper.jwt", await certificate());
    expect((await offline(paper, "--status-list", revoked)).code).toBe(1);
    const forgery = await write("f.jwt", await signTest(forged, "JWT", certificateClaims()));
    expect((await offline(forgery, "--status-list", good)).code).toBe(1);
    const nobody = await write("x.jwt", "x.y.z");
    expect((await offline(nobody)).code).toBe(1);
    const elsewhere = ["--issuer", "https://evil.example", "--status-list", good];
    expect((await offline(paper, ...elsewhere)).code).toBe(1);
  });

  it("ends with 6 where nobody can say whether it was revoked", async () => {
    const paper = await write("paper.jwt", await certificate());
    expect((await offline(paper)).code).toBe(6);
    for (const bad of [
      await list([], { exp: 1 }),
      await list([], { id: `${testList}1` }),
      await signTest(forged, "JWT", listClaims([])),
      "nonsense",
    ]) {
      const signed = await write("bad.jwt", bad);
      expect((await offline(paper, "--status-list", signed)).code).toBe(6);
    }
  });

  it("follows a link to the server that is believed, and to no other", async () => {
    const id = "01900000-0000-7000-8000-000000000003";
    const link = `${server.url}/certificates/${id}`;
    const status = {
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "7",
      statusListCredential: `${server.url}/status/1`,
    };
    const ofServer = { id: `${server.url}/status/1` };
    pages = {
      "/.well-known/jwks.json": JSON.stringify(key.set),
      [`/certificates/${id}/credential.jwt`]: await certificate({ credentialStatus: status }),
      "/status/1.jwt": await list([], ofServer),
    };
    expect((await run(link)).code).toBe(0);
    const kept = { ...pages };
    pages = {};
    // All of it is kept, and its own signature says how long it may be relied upon.
    expect((await run(link)).code).toBe(0);
    pages = { ...kept, "/status/1.jwt": await list([7], ofServer) };
    expect((await run(link)).code).toBe(1);
    const strange = await runLine(["verify", link], {
      environment: { ...testEnvironment, cacheFolder: join(folder, "d") },
    });
    expect(strange.code).toBe(2);
    expect(strange.outcome.complaint?.wayOut).toContain(`--server ${server.url}`);
  });

  it("says of a clearance whom it lets through where, and refuses an old one", async () => {
    const paper = await write("clearance.jwt", await signClearance(key));
    const { code, text } = await offline(paper);
    expect([code, text]).toEqual([
      0,
      expect.stringContaining(`may pass ${testGate} until 2026-11-22 13:00`),
    ]);
    const old = await write("old.jwt", await signClearance(key, { exp: 1, nbf: 0, iat: 0 }));
    expect((await offline(old)).code).toBe(1);
  });

  it("reads the token in a picture", async () => {
    const svg = `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential verify="${await certificate()}"></openbadges:credential></svg>`;
    const signed = await write("list.jwt", await list());
    const picture = await write("badge.svg", svg);
    expect((await offline(picture, "--status-list", signed)).code).toBe(0);
    expect((await offline(await write("empty.svg", "<svg/>"))).code).toBe(1);
  });

  it("hands an export of the ledger to its own verifier, and knows no other JSON", async () => {
    const header = '{"checkpoint":"","complete":true,"format":"checkride-ledger","version":1}\n';
    expect((await run(await write("ledger.ndjson", header))).code).toBe(1);
    expect((await run(await write("any.json", '{"a":1}'))).code).toBe(2);
    expect((await run(await write("twice.json", '{"a":1,"a":2}'))).code).toBe(1);
    expect((await run(join(folder, "missing"))).code).toBe(2);
    expect(await readFile(join(folder, "keys.json"), "utf8")).not.toContain('"d"');
  });
});
