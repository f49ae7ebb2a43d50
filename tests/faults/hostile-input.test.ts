import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { createTestDatabase } from "@checkride/server/platform/test-database";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Account, makeDataDir, type Program, signInByLink, startProgram } from "./program.ts";

vi.setConfig({ testTimeout: 60_000 });

const megabyte = 1_048_576;

describe("over real HTTP", () => {
  let program: Program;
  let account: Account;
  const done: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const database = await createTestDatabase({ form: "server" });
    const dataDir = await makeDataDir((task) => void done.push(task));
    const order = { dataDir, databaseUrl: database.url };
    program = await startProgram(order, (task) => void done.push(task));
    account = await signInByLink(program);
  });
  afterAll(async () => {
    for (const task of done.toReversed()) await task();
  });

  const send = async (path: string, init: RequestInit & { readonly duplex?: "half" }) => {
    const headers = { origin: program.url, cookie: account.cookie, ...init.headers };
    const response = await fetch(`${program.url}${path}`, { method: "POST", ...init, headers });
    const text = await response.text();
    return { status: response.status, text, problem: JSON.parse(text || "null") };
  };
  const sendJson = (path: string, body: string) =>
    send(path, { body, headers: { "content-type": "application/json" } });
  const sendCsv = (body: RequestInit["body"]) =>
    send("/api/people/imports", { body: body ?? "", headers: { "content-type": "text/csv" } });
  const residentBytes = async (): Promise<number> => {
    const status = await readFile(`/proc/${program.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  };

  test.each([
    ["no JSON", "{", 400, "bad-json"],
    ["JSON cut in the middle of a string", '{"email":"a@b', 400, "bad-json"],
    ["JSON of another shape", "[]", 400, "bad-input"],
    ["null", "null", 400, "bad-input"],
    ["unknown fields", '{"email":"a@b.org","name":"A","admin":true,"x":1}', 400, "bad-input"],
    ["a prototype for a field", '{"email":"a@b.org","name":"A","__proto__":{}}', 400, "bad-input"],
    ["NUL in a text", '{"email":"a@b.org","name":"\\u0000"}', 400, "bad-input"],
    ["half a surrogate pair", '{"email":"a@b.org","name":"\\ud800"}', 400, "bad-input"],
    ["a nest of brackets", "[".repeat(200_000), 400, "bad-json"],
    ["a deep JSON", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, 400, "bad-input"],
    ["a number beyond numbers", '{"email":1e999,"name":"A"}', 400, "bad-input"],
  ])("%s is a problem in words", async (_, body, status, code) => {
    const answer = await sendJson("/api/people", body);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(answer.problem).toMatchObject({ detail: expect.stringMatching(/\S{3}/) });
    expect(answer.text).not.toMatch(/node_modules|\.ts:\d/);
  });

  test("every unknown field is named, and the list of faults is not endless", async () => {
    const two = await sendJson("/api/people", '{"email":"no","name":"","admin":1}');
    const named = two.problem.faults.map((fault: { in: string; says: string }) => fault.in);
    expect(named).toEqual(["body/email", "body/name", "body"]);
    const roles = JSON.stringify({
      email: "a@b.org",
      name: "A",
      roles: Array.from({ length: 50_000 }, () => "king"),
    });
    const many = await sendJson("/api/people", roles);
    expect([many.status, many.text.length < 100_000]).toEqual([400, true]);
  });

  test.each([
    ["none", {}],
    ["text/plain", { "content-type": "text/plain" }],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["nonsense", { "content-type": ";;;///" }],
  ])("the content type %s is refused with 415", async (_, headers) => {
    const body = new TextEncoder().encode('{"email":"a@b.org","name":"A"}');
    const answer = await send("/api/people", { body, headers });
    expect([answer.status, answer.problem.code]).toEqual([415, "wrong-content-type"]);
  });

  test("CSV that is none, and a policy that is none", async () => {
    for (const csv of [
      "",
      "\n\n\n",
      'email,name\n"a@b.org',
      "email;name\na;b",
      "x".repeat(99_999),
    ]) {
      const { status, problem } = await sendCsv(csv);
      expect([csv.slice(0, 20), status < 500]).toEqual([csv.slice(0, 20), true]);
      const says = status === 200 ? problem.faults : problem.detail;
      expect(JSON.stringify(says).length).toBeGreaterThan(10);
    }
    const bytes = await sendCsv(Buffer.from([0xff, 0xfe, 0x00, 0x41]));
    expect([bytes.status, bytes.problem.code]).toEqual([400, "bad-input"]);
    const bomb = Array.from({ length: 40 }, (_, n) =>
      n === 0
        ? "a0: &a0 [x, x]"
        : `a${n}: &a${n} [${Array(9)
            .fill(`*a${n - 1}`)
            .join(", ")}]`,
    ).join("\n");
    for (const text of ["", "{", "\t- x: [", "a: *nowhere", bomb, "- ".repeat(20_000)]) {
      const body = JSON.stringify({ text, note: "" });
      const { status, problem } = await sendJson("/api/policy/proposals", body);
      expect([text.slice(0, 20), status]).toEqual([text.slice(0, 20), 422]);
      expect(problem.code).toBe("policy-has-faults");
    }
  });

  test.each([
    ["cookies", "/api/session", { cookie: "checkride_session=%zz; =; ;;a=b=c; \u00ff" }, 200],
    ["tokens", "/api/account", { authorization: `Bearer ckr_${"x".repeat(5_000)}` }, 401],
    ["a token of nothing", "/api/account", { authorization: "Bearer" }, 401],
    ["ids", "/api/people/not-an-id", {}, 400],
    ["escapes in an address", "/api/people/%00", {}, 400],
    ["an unfinished escape", "/api/people/%E0%A4%A", {}, 400],
    ["a cursor", "/api/evidence?cursor=%7B%22", {}, 400],
    ["an unknown question", "/api/people?colour=red", {}, 400],
  ])("malformed %s", async (_, path, headers, status) => {
    const answer = await send(path, { method: "GET", headers });
    expect(answer.status).toBe(status);
    if (status >= 400) expect(answer.problem.detail).toMatch(/\S/);
  });

  test("bodies without end are refused, and the memory does not grow with them", async () => {
    const filler = Buffer.alloc(megabyte, "a,b\n");
    const endless = () => {
      let sent = 0;
      return new ReadableStream({
        pull: (controller) => {
          sent += 1;
          if (sent > 200) controller.close();
          else controller.enqueue(filler);
        },
      });
    };
    const chunked = async () => {
      try {
        const headers = { "content-type": "text/csv" };
        const options = { body: endless(), headers, duplex: "half" as const };
        return (await send("/api/people/imports", options)).status;
      } catch {
        // The server may close the connection while we still send.
        return 413;
      }
    };
    expect(await chunked()).toBe(413);
    const before = await residentBytes();
    for (let round = 0; round < 6; round++) {
      expect(await Promise.all([chunked(), chunked(), chunked(), chunked()])).toEqual(
        Array(4).fill(413),
      );
    }
    expect((await residentBytes()) - before).toBeLessThan(250 * megabyte);
    const declared = await send("/api/people", {
      body: Buffer.alloc(4 * megabyte, " "),
      headers: { "content-type": "application/json" },
    });
    expect([declared.status, declared.problem.code]).toEqual([413, "too-large"]);
  });

  const { host, port } = { host: "127.0.0.1", port: () => Number(new URL(program.url).port) };
  const open = async (): Promise<Socket> => {
    const socket = connect(port(), host);
    socket.on("error", () => undefined);
    await once(socket, "connect");
    return socket;
  };
  const answerOf = async (socket: Socket): Promise<string> => {
    let text = "";
    socket.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    // Closed while we still send, it may be reset behind its answer.
    await new Promise((closed) => socket.once("close", closed));
    return text;
  };

  test("a flood of headers and a request that is none get an answer, not a fault", async () => {
    const cases = [
      [`GET / HTTP/1.1\r\nHost: x\r\n${"A: b\r\n".repeat(20_000)}\r\n`, /^HTTP\/1.1 431 /],
      [`GET /${"x".repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, /^HTTP\/1.1 431 /],
      ["\x16\x03\x01 hello\r\n\r\n", /^HTTP\/1.1 400 /],
      ["GET / HTTP/1.1\r\n\r\n", /^HTTP\/1.1 400 /],
      ["GET http://[ HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n", /^HTTP\/1.1 400 /],
      [
        "POST /api/people HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        /^HTTP\/1.1 400 /,
      ],
    ] as const;
    for (const [text, expected] of cases) {
      const socket = await open();
      socket.end(text);
      expect(await answerOf(socket)).toMatch(expected);
    }
  });

  test("many who never finish their request keep nobody else out", async () => {
    const head =
      `POST /api/session/link HTTP/1.1\r\nHost: localhost:${port()}\r\n` +
      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    const slow = await Promise.all(Array.from({ length: 300 }, open));
    for (const [n, socket] of slow.entries()) {
      socket.write(n % 2 === 0 ? head.slice(0, 60) : `${head}5\r\n{"tok`);
    }
    const since = performance.now();
    const answer = await send("/api/standing", { method: "GET" });
    expect([answer.status, performance.now() - since < 3_000]).toEqual([200, true]);
    for (const socket of slow) socket.destroy();
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  });

  test("after all that the same process still works, and has reported no fault of its own", async () => {
    expect((await send("/api/people", { method: "GET" })).status).toBe(200);
    expect(program.output()).not.toMatch(/request failed|\n\s+at /);
  });
});
