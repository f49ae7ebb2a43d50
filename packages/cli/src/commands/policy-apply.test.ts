import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approval, policyVersion } from "../test-policies.ts";
import { startTestServer, type TestServer } from "../test-server.ts";
import { runLine } from "../test-shell.ts";

const text = "checkride: 1\nname: New\n";
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-apply-"));
  file = join(folder, "policy.yaml");
  await writeFile(file, text);
});
afterAll(() => rm(folder, { recursive: true }));

const inForce = policyVersion({ version: 7, state: "in-force" });

type Given = {
  readonly open?: readonly unknown[];
  readonly made?: unknown;
  readonly current?: unknown;
};

const serve = ({ open = [], made, current = inForce }: Given): Promise<TestServer> =>
  startTestServer({
    "GET /api/policy": () => ({ answer: { inForce: current, proposals: open, builtIn: "" } }),
    "POST /api/policy/proposals": () => ({ answer: made }),
    "POST /api/policy/proposals/{version}/apply": ({ params }) => ({
      answer: policyVersion({ version: Number(params["version"]), state: "in-force", text }),
    }),
  });

const apply = async (given: Given) => {
  const server = await serve(given);
  const line = ["policy", "apply", file, "--note", "why", "--server", server.url];
  const done = await runLine(line);
  await server.close();
  return { ...done, asked: server.received.map(({ name }) => name), received: server.received };
};

describe("policy apply", () => {
  it("proposes and brings into force what needs no approval, under a repeat key", async () => {
    const { code, text: said, asked, received } = await apply({ made: policyVersion({ text }) });
    expect([code, said]).toEqual([0, "Version 8 is now in force."]);
    expect(asked).toEqual([
      "GET /api/policy",
      "POST /api/policy/proposals",
      "POST /api/policy/proposals/{version}/apply",
    ]);
    expect(received[1]?.body).toEqual({ text, note: "why" });
    expect(received[1]?.repeatKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("says who must approve and where, and brings nothing into force", async () => {
    const made = policyVersion({ text, approvalsNeeded: 2, approvals: [approval] });
    const { code, outcome, asked } = await apply({ made });
    expect(code).toBe(5);
    expect(outcome.complaint?.says).toContain("needs 1 more approval by council");
    expect(outcome.complaint?.says).toContain("Approved so far by: Grace.");
    expect(outcome.complaint?.wayOut).toMatch(/http:\S+\/policy\./);
    expect(outcome.json).toMatchObject({ state: "waiting", missing: 1 });
    expect(asked).not.toContain("POST /api/policy/proposals/{version}/apply");
  });

  it("takes up the open proposal with the same text instead of a second one", async () => {
    const open = policyVersion({ version: 9, text, approvalsNeeded: 1, approvals: [approval] });
    const { code, text: said, asked } = await apply({ open: [open] });
    expect([code, said]).toEqual([0, "Version 9 is now in force."]);
    expect(asked).not.toContain("POST /api/policy/proposals");
  });

  it("does nothing when the same text is in force", async () => {
    const {
      code,
      text: said,
      asked,
    } = await apply({
      current: policyVersion({ version: 7, state: "in-force", text }),
    });
    expect([code, said, asked]).toEqual([0, "Version 7 is in force already.", ["GET /api/policy"]]);
  });
});
