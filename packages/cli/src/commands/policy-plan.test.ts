import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plan, policyFault } from "../test-policies.ts";
import { startTestServer } from "../test-server.ts";
import { runLine } from "../test-shell.ts";

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-plan-"));
  file = join(folder, "policy.yaml");
  await writeFile(file, "checkride: 1\n");
});
afterAll(() => rm(folder, { recursive: true }));

describe("policy plan", () => {
  it("names who loses what, and how many", async () => {
    const server = await startTestServer({ "POST /api/policy/plan": () => ({ answer: plan }) });
    const { code, text, outcome } = await runLine(["policy", "plan", file, "--server", server.url]);
    await server.close();
    expect(code).toBe(0);
    expect(text).toContain("Something changes for 2 of 400 people, compared with version 7.");
    expect(text).toMatch(/gate deploy\/production +· +2 +· +· +1$/m);
    expect(text).toContain("Lin Okafor");
    expect(text).toContain("loses: gate deploy/production, allow → deny on 2026-05-03");
    expect(text).toContain("and 1 more");
    expect(text).not.toContain("safe-use");
    expect(outcome.json["plan"]).toEqual(plan);
  });

  it("says that names are not for everybody where the server gives none", async () => {
    const reply = { answer: { ...plan, named: null } };
    const server = await startTestServer({ "POST /api/policy/plan": () => reply });
    const { text } = await runLine(["policy", "plan", file, "--server", server.url]);
    await server.close();
    expect(text).toContain("Names are shown to those who may see people.");
  });

  it("shows the place of each fault of a refused file", async () => {
    const server = await startTestServer({
      "POST /api/policy/plan": () => ({ problem: "policy-has-faults" }),
      "POST /api/policy/check": () => ({ answer: { faults: [policyFault] } }),
    });
    const { code, text } = await runLine(["policy", "plan", file, "--server", server.url]);
    await server.close();
    expect(code).toBe(1);
    expect(text).toContain("policy.yaml:3:5  error  there is no certificate");
    expect(text).toContain("    meant: safe-use");
  });

  it("ends with 4 for a token without the right", async () => {
    const server = await startTestServer({
      "POST /api/policy/plan": () => ({ problem: "not-permitted" }),
    });
    expect((await runLine(["policy", "plan", file, "--server", server.url])).code).toBe(4);
    await server.close();
  });
});
