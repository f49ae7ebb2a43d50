import { once } from "node:events";
import { get } from "node:http";
import { connect } from "node:net";
import { processesIn } from "@checkride/server/platform/postgres/leftover-processes";
import { until } from "@checkride/server/platform/postgres/test-support";
import { expect, test, vi } from "vitest";
import { exportSealed } from "./ledger-of.ts";
import {
  clientOf,
  interruptWhen,
  makeDataDir,
  must,
  type Program,
  signInByLink,
  startProgram,
} from "./program.ts";

vi.setConfig({ testTimeout: 90_000 });

const stopWithinMs = 5_000;

const expectCleanStop = async (program: Program, dataDir: string): Promise<void> => {
  const since = performance.now();
  expect(await program.interrupted()).toBe(0);
  expect(performance.now() - since).toBeLessThan(stopWithinMs);
  expect(program.output()).toMatch(/^Stopping$/m);
  expect(program.output()).not.toMatch(/^\s+at /m);
  expect(await processesIn(dataDir)).toEqual([]);
};

/** A request whose answer is taken so slowly that it is never at its end. */
const readSlowly = async (url: string, cookie: string) => {
  const request = get(url, { headers: { cookie } });
  request.on("error", () => undefined);
  const [response] = await once(request, "response");
  response.on("error", () => undefined);
  response.pause();
  return response;
};

test("Ctrl-C amid an import, an export that is being read and a request that never ends", async () => {
  const dataDir = await makeDataDir();
  const first = await startProgram({ dataDir });
  const { client, cookie } = await signInByLink(first);
  const rows = 3_000;
  const lines = Array.from({ length: rows }, (_, n) => `p${n}@example.org,Person ${n}`);
  const body = ["email,name", ...lines].join("\n");
  const { id } = must(await client("POST /api/people/imports", { body }));
  const params = { import: id };
  const show = async (from = client) =>
    must(await from("GET /api/people/imports/{import}", { params }));
  must(await client("POST /api/people/imports/{import}/apply", { params }));
  await until("a part is done", async () => (await show()).done > 0);
  const response = await readSlowly(`${first.url}/api/ledger/export`, cookie);
  expect(response.statusCode).toBe(200);
  const unfinished = connect(Number(new URL(first.url).port), "127.0.0.1");
  unfinished.on("error", () => undefined);
  unfinished.write(
    "POST /api/session/link HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
      'Content-Length: 99\r\n\r\n{"token',
  );
  const idle = await fetch(`${first.url}/healthz`);
  expect(idle.status).toBe(200);
  const { done, state } = await show();
  await expectCleanStop(first, dataDir);
  expect([state, done < rows]).toEqual(["running", true]);

  const second = await startProgram({ dataDir });
  const again = clientOf(second, cookie);
  await until("the import is done", async () => (await show(again)).state === "done");
  expect((await show(again)).done).toBe(rows);
  const { report, rows: sealed } = await exportSealed(again);
  expect(report).toMatchObject({ ok: true, complete: true });
  expect(sealed.filter(({ kind }) => kind === "person.added")).toHaveLength(rows + 1);
  expect(second.output()).not.toMatch(/"level":"(error|fatal)"/);
  await expectCleanStop(second, dataDir);
});

test("Ctrl-C while the database starts for the first time", async () => {
  const dataDir = await makeDataDir();
  expect(await interruptWhen({ dataDir }, /Starting the embedded database/)).toBe(0);
  expect(await processesIn(dataDir)).toEqual([]);
  const program = await startProgram({ dataDir });
  expect(program.linkToken).not.toBeNull();
  await expectCleanStop(program, dataDir);
});
