import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { startTestServer } from "./test-server.ts";
import { runLine, testEnvironment } from "./test-shell.ts";

const environment = { ...testEnvironment, token: "ckt_secret" };
const policyFile = fileURLToPath(new URL("../package.json", import.meta.url));
const plan = ["policy", "plan", policyFile];

describe("a command that asks the server", () => {
  it("sends the token of the environment to the server of the environment", async () => {
    const server = await startTestServer({
      "POST /api/policy/plan": () => ({ problem: "not-permitted" }),
    });
    await runLine(plan, { environment: { ...environment, serverUrl: `${server.url}/` } });
    await server.close();
    expect(server.received.map(({ token }) => token)).toEqual(["Bearer ckt_secret"]);
  });

  it("ends with 4 without a token, before it asks anybody", async () => {
    const { code, outcome } = await runLine(plan, { environment: { ...environment, token: null } });
    expect(code).toBe(4);
    expect(outcome.complaint?.wayOut).toContain("CHECKRIDE_TOKEN");
  });

  it("ends with 3 and names the address where nobody answers", async () => {
    const server = await startTestServer({});
    await server.close();
    const { code, outcome } = await runLine([...plan, "--server", server.url]);
    expect(code).toBe(3);
    expect(outcome.complaint?.says).toContain(`${server.url} does not answer`);
  });

  it.each(["ftp://h", "h:7300", "http://user:password@h", "nonsense"])(
    "refuses the address %s",
    async (url) => {
      const { code, outcome } = await runLine([...plan, "--server", url]);
      expect(code).toBe(2);
      expect(outcome.complaint?.says).toContain("no address of a server");
    },
  );

  it("warns before a token travels unencrypted over a network", async () => {
    const nowhere: typeof fetch = () => Promise.reject(new Error("not sent"));
    const { notes } = await runLine([...plan, "--server", "http://checkride.example"], {
      fetch: nowhere,
    });
    expect(notes.join()).toContain("not encrypted");
    const safe = await runLine([...plan, "--server", "https://checkride.example"], {
      fetch: nowhere,
    });
    expect(safe.notes).toEqual([]);
  });
});
