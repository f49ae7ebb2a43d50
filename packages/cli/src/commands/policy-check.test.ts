import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLine } from "../test-shell.ts";

const sound = `checkride: 1
name: Acme
audiences:
  everybody:
    title: Everybody
    because: you work here
    who: everyone
certificates:
  safe-use:
    title: Safe use
    for: [everybody]
    asks:
      - lab: L17
gates:
  deploy/production:
    title: Deploy to production
    mode: enforce
    asks: [safe-use]
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-policy-"));
});
afterAll(() => rm(folder, { recursive: true }));

const check = async (text: string, ...more: readonly string[]) => {
  const path = join(folder, "policy.yaml");
  await writeFile(path, text);
  return runLine(["policy", "check", path, ...more]);
};

describe("policy check", () => {
  it("finds nothing in a sound file, looked up in the curriculum that ships", async () => {
    const { code, text } = await check(sound);
    expect(text).toMatch(/policy\.yaml: no faults\.$/);
    expect(code).toBe(0);
  });

  it("points at every mistake with line and column and says what was meant", async () => {
    const faulty = sound.replace("[everybody]", "[everybod]").replace("enforce", "enforced");
    const { code, text, outcome } = await check(faulty);
    expect(code).toBe(1);
    expect(text).toContain("policy.yaml:17:11  error");
    expect(text).toContain("policy.yaml:11:11  error");
    expect(text).toContain("did you mean `enforce`?");
    expect(outcome.json).toMatchObject({ faults: [{ line: 11 }, { line: 17 }] });
  });

  it("knows the activities of an own curriculum laid over it", async () => {
    const own = sound.replace("L17", "OWN1");
    expect((await check(own)).code).toBe(1);
    const missing = await check(own, "--curriculum", join(folder, "none"));
    expect(missing.code).toBe(2);
    expect(missing.outcome.complaint?.says).toContain("is no folder");
  });

  it("needs no server and no token", async () => {
    const path = join(folder, "offline.yaml");
    await writeFile(path, sound);
    const offline: typeof fetch = () => Promise.reject(new Error("it asked the network"));
    const { code } = await runLine(["policy", "check", path], { fetch: offline });
    expect(code).toBe(0);
  });
});

describe("policy schema", () => {
  it("prints one JSON document that names the parts of a policy", async () => {
    const { code, text } = await runLine(["policy", "schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(text)).toHaveProperty("properties.certificates");
  });
});
