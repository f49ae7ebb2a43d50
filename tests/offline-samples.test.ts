import { execFile, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { copyFile, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  clearanceClaims,
  makeTestKey,
  signClearance,
  signTest,
  testGate,
  testIssuer,
} from "@checkride/verifier/test-issuer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const samples = join(root, "docs/guides/samples/offline");
const key = makeTestKey("2026-11");
const forged = makeTestKey("2026-11");

const programs = [
  { name: "TypeScript", tools: [process.execPath], run: [process.execPath, "check-clearance.ts"] },
  { name: "Python", tools: ["python3"], run: ["python3", "check_clearance.py"] },
  { name: "shell", tools: ["openssl", "jq"], run: ["sh", "check-clearance.sh"] },
  { name: "Go", tools: ["go"], run: ["go", "run", "check_clearance.go"] },
];

/** The title of a sample that was not run says so, and why. */
const isHere = (tool: string): boolean =>
  spawnSync(tool, [tool === "openssl" || tool === "go" ? "version" : "--version"]).status === 0;

const seconds = Math.floor(Date.now() / 1000);
const times = { iat: seconds, nbf: seconds, exp: seconds + 600 };
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const withHeader = (header: object, signature: (signed: string) => string): string => {
  const signed = `${encode({ typ: "clearance+jwt", kid: key.kid, ...header })}.${encode(clearanceClaims(times))}`;
  return `${signed}.${signature(signed)}`;
};

const withSecret = (signed: string): string =>
  createHmac("sha256", JSON.stringify(key.set.keys[0])).update(signed).digest("base64url");

/** One character of the signature is another one. */
const bent = (token: string): string => {
  const at = token.length - 100;
  return `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
};

const refused = async (): Promise<Record<string, string>> => {
  const good = await signClearance(key, times);
  return {
    "somebody else's key": await signClearance(forged, times),
    "an unknown key": await signClearance({ ...key, kid: "other" }, times),
    "another use": await signTest(key, "JWT", clearanceClaims(times)),
    "another gate": await signClearance(key, { ...times, aud: "deploy/staging" }),
    "several gates": await signClearance(key, { ...times, aud: [testGate, "deploy/staging"] }),
    "another issuer": await signClearance(key, { ...times, iss: "https://evil.example" }),
    expired: await signClearance(key, { ...times, exp: seconds - 120 }),
    "without an end": await signClearance(key, { ...times, exp: undefined }),
    "from the future": await signClearance(key, { ...times, nbf: seconds + 300 }),
    "a no": await signClearance(key, { ...times, outcome: "deny" }),
    unsigned: withHeader({ alg: "none" }, () => ""),
    "signed with the public key": withHeader({ alg: "HS256" }, withSecret),
    bent: bent(good),
    nothing: "",
  };
};

const looked = programs.map((program) => {
  const missing = program.tools.filter((tool) => !isHere(tool));
  const note = missing.length > 0 ? ` (not run: ${missing.join(", ")} is not here)` : "";
  return { ...program, missing, title: `${program.name}${note}` };
});

describe.each(looked)("the sample in $title", ({ missing, run }) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "checkride sample "));
    const [file = ""] = run.slice(-1);
    await copyFile(join(samples, file), join(folder, file));
    const library = "verify-clearance.ts";
    await copyFile(join(root, "packages/verifier/src", library), join(folder, library));
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), '{"type":"module"}');
    await writeFile(join(folder, "keys.json"), JSON.stringify(key.set));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const check = async (token: string) => {
    await writeFile(join(folder, "clearance.jwt"), `${token}\n`);
    const [program = "", ...args] = [...run, "clearance.jwt", "keys.json", testIssuer, testGate];
    return new Promise<{ code: number; out: string }>((resolve) => {
      const child = execFile(program, args, { cwd: folder }, (_error, out) =>
        resolve({ code: child.exitCode ?? -1, out }),
      );
    });
  };

  it.skipIf(missing.length > 0)("opens for a clearance that holds", async () => {
    const { code, out } = await check(await signClearance(key, times));
    expect([code, out]).toEqual([0, expect.stringMatching(/^open until \d{4}-/)]);
  });

  it.skipIf(missing.length > 0)("stays closed for everything else, and says why", async () => {
    for (const [what, token] of Object.entries(await refused())) {
      const { code, out } = await check(token);
      expect([code, out], what).toEqual([1, expect.stringMatching(/^closed: ./)]);
    }
  });
});
