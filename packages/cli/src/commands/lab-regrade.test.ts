import { afterEach, expect, it } from "vitest";
import { startTestServer } from "../test-server.ts";
import { runLine } from "../test-shell.ts";

const attempt = "019a2f7e-3c1b-7d52-9a41-6f0e5b8c2d13";
const check = { id: "stranger", half: "attacks", says: "Refused.", holds: true, why: null };
const regraded = {
  attempt,
  lab: { id: "L07", title: "A lab" },
  at: "2026-05-03T09:00:00.000Z",
  submissionHash: "aa",
  contentVersion: "bb",
  engines: { before: "e", again: "e" },
  same: true,
  recorded: true,
  before: [check],
  again: [check],
};

const servers: { readonly close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const serve = async (answers: Parameters<typeof startTestServer>[0]) => {
  const server = await startTestServer(answers);
  servers.push(server);
  return server.url;
};

const regradePath = "POST /api/lab-attempts/{attempt}/regrade";

it("ends with 0 where the verdict is the same", async () => {
  const url = await serve({ [regradePath]: () => ({ answer: regraded }) });
  const { code, text } = await runLine(["lab", "regrade", attempt, "--server", url]);
  expect(text).toBe(`${attempt}  L07  the same\n1 graded again, all the same.`);
  expect(code).toBe(0);
});

it.each([
  [{ same: false, again: [{ ...check, holds: false }] }, "differs: stranger"],
  [{ recorded: false }, "the same, but not what the ledger says, or its evidence was erased"],
])("ends with 1 where it is not: %j", async (change, says) => {
  const url = await serve({ [regradePath]: () => ({ answer: { ...regraded, ...change } }) });
  const { code, text } = await runLine(["lab", "regrade", attempt, "--server", url]);
  expect(text).toContain(says);
  expect(code).toBe(1);
});

const row = (body: Readonly<Record<string, string>>) => ({
  id: attempt,
  at: "2026-05-03T09:00:00.000Z",
  kind: "activity.passed",
  person: null,
  actor: null,
  body,
  erased: false,
  seq: 1,
});
const pass = { activity: "lab/L07", attempt, submission: "aa" };

it("grades every pass of a lab again with --all, page by page", async () => {
  const pages = [
    { items: [row(pass), row({ activity: "quiz/t1" })], nextCursor: "next", kinds: [] },
    { items: [row(pass)], nextCursor: null, kinds: [] },
  ];
  const url = await serve({
    "GET /api/evidence": () => ({ answer: pages.shift() }),
    [regradePath]: () => ({ answer: regraded }),
  });
  const { code, outcome } = await runLine(["lab", "regrade", "--all", "--server", url]);
  expect(outcome.json["attempts"]).toHaveLength(2);
  expect(code).toBe(0);
});

it.each([
  ["names no attempt", { activity: "lab/L07" }, regraded],
  ["names an attempt of another lab", { ...pass, activity: "lab/L08" }, regraded],
  ["names another submission", { ...pass, submission: "bb" }, regraded],
  [
    "rests on an attempt that failed then and now",
    pass,
    { ...regraded, again: [{ ...check, holds: false }] },
  ],
])("does not believe a pass that %s", async (_, body, answer) => {
  const url = await serve({
    "GET /api/evidence": () => ({ answer: { items: [row(body)], nextCursor: null, kinds: [] } }),
    [regradePath]: () => ({ answer }),
  });
  const { code, text } = await runLine(["lab", "regrade", "--all", "--server", url]);
  expect(text).toContain(attempt);
  expect(code).toBe(1);
});

it("ends with 1 where a pass names an attempt that is gone, and with 2 for nothing to do", async () => {
  const url = await serve({ [regradePath]: () => ({ problem: "not-found" }) });
  const { code, text } = await runLine(["lab", "regrade", attempt, "--server", url]);
  expect(text).toContain("is not stored");
  expect(code).toBe(1);
  expect((await runLine(["lab", "regrade"])).code).toBe(2);
  expect((await runLine(["lab", "regrade", "--all", attempt])).code).toBe(2);
  expect((await runLine(["lab", "regrade", "L07"])).code).toBe(2);
});
