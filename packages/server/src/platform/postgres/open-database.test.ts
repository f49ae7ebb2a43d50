import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase } from "../test-database.ts";
import { connectDatabase } from "./open-database.ts";
import { ask, makeFolder } from "./test-support.ts";

const quiet = { info: () => undefined, warn: () => undefined };
const now = new Date("2026-03-01T09:00:00Z");
const connect = (databaseUrl: string | undefined, dataDir = "/nonexistent/data") =>
  connectDatabase({ databaseUrl, dataDir, log: quiet, now });

test("without DATABASE_URL the embedded one is started, and stopped at the end", async () => {
  const dataDir = join(await makeFolder(), "data");
  const opened = await connect(undefined, dataDir);
  if (!opened.ok) throw new Error(opened.error.sentence);
  expect(opened.value.kind).toBe("embedded");
  expect(await ask(opened.value.settings, "select 1 as n")).toEqual([{ n: 1 }]);
  await opened.value.stop();
  expect(await opened.value.exited).toMatchObject({ expected: true });
});

test("with DATABASE_URL that server is used, and outlives stop", async () => {
  const database = await createTestDatabase({ form: "server" });
  const opened = await connect(database.url);
  if (!opened.ok) throw new Error(opened.error.sentence);
  expect(opened.value.kind).toBe("server");
  await opened.value.stop();
  expect(await ask(opened.value.settings, "select 1 as n")).toEqual([{ n: 1 }]);
  await database.drop();
});

test("an embedded server's socket may be named by DATABASE_URL as well", async () => {
  const database = await createTestDatabase();
  expect(await connect(database.url)).toMatchObject({ ok: true });
  await database.drop();
});

test.each(["mysql://localhost/x", "localhost:5432", "postgresql//x"])(
  "%s is no address of a PostgreSQL database",
  async (databaseUrl) => {
    const opened = await connect(databaseUrl);
    expect(opened).toMatchObject({ ok: false, error: { kind: "database-url-invalid" } });
  },
);

test("each refusal says what it is, and never the password", async () => {
  const database = await createTestDatabase({ form: "server", content: "empty" });
  const wrongPassword = new URL(database.url);
  wrongPassword.password = "s3cret-and-wrong";
  const wrongName = new URL(database.url);
  wrongName.pathname = "/no_such_database";
  const cases = [
    [wrongPassword.href, /user or password is wrong/],
    [wrongName.href, /no such database/],
    ["postgresql://u:s3cret@127.0.0.1:1/x", /127\.0\.0\.1:1\/x.*nothing listens/],
    ["postgresql://u:s3cret@host.invalid/x", /host name is not known|EAI_AGAIN/],
  ] as const;
  for (const [url, expected] of cases) {
    const opened = await connect(url);
    if (opened.ok) throw new Error(`connected to ${url}`);
    expect(opened.error.kind).toBe("not-reachable");
    expect(opened.error.sentence).toMatch(expected);
    expect(JSON.stringify(opened.error)).not.toContain("s3cret");
  }
  await database.drop();
});

test("a server older than 15 is refused with both versions", async () => {
  const opened = await connect(await serveOldVersion("140011"));
  expect(opened).toMatchObject({
    ok: false,
    error: { kind: "server-too-old", found: "PostgreSQL 14" },
  });
  if (!opened.ok) {
    expect(opened.error.sentence).toContain("needs 15 or newer");
  }
});

/** Speaks just enough of the protocol (PostgreSQL manual, chapter 54) to let in and to answer one query. */
const serveOldVersion = async (version: string): Promise<string> => {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message("Z", Buffer.from("I"));
  const field = Buffer.concat([
    Buffer.from("version\0"),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
  ]);
  const answer = Buffer.concat([
    message("T", Buffer.concat([Buffer.from([0, 1]), field])),
    message(
      "D",
      Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), Buffer.from(version)]),
    ),
    message("C", Buffer.from("SELECT 1\0")),
    ready,
  ]);
  const server = createServer((client) => {
    client.on("error", () => undefined);
    client.once("data", () => {
      client.write(Buffer.concat([message("R", Buffer.alloc(4)), ready]));
      client.once("data", () => client.write(answer));
    });
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const place = server.address();
  return `postgresql://u@127.0.0.1:${typeof place === "object" && place ? place.port : 0}/x`;
};
