import { randomBytes } from "node:crypto";
import { type Client, createClient } from "@checkride/api/client";
import { createRange } from "@checkride/range/run-cases";
import type { Role } from "@checkride/rules/person";
import { compose } from "./compose.ts";
import type { Content } from "./platform/content.ts";
import { type Database, openDatabase } from "./platform/database.ts";
import { prepareJobs } from "./platform/jobs/start-worker.ts";
import { makeLog } from "./platform/log.ts";
import { makeVault } from "./platform/master-key.ts";
import { createTestDatabase, type TestDatabaseOrder } from "./platform/test-database.ts";
import { readCurriculum } from "./read-curriculum.ts";
import { type Parts, type Wired, wire } from "./wiring.ts";

export type TestPerson = { readonly id: string; readonly cookie: string; readonly client: Client };

export type TestApp = {
  readonly db: Database;
  readonly settings: { readonly connectionString: string };
  readonly parts: Parts;
  readonly wired: Wired;
  readonly clock: { readonly now: () => Date; readonly set: (to: Date) => void };
  /** A request as it comes over the wire. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** A signed-in person with exactly these roles. */
  readonly signIn: (...roles: Role[]) => Promise<TestPerson>;
  /** The same person in a new session: the old one ends while a test's clock runs on. */
  readonly comeBack: (person: TestPerson) => Promise<TestPerson>;
  readonly clientWith: (headers: Readonly<Record<string, string>>) => Client;
  readonly close: () => Promise<void>;
};

export const testOrigin = "http://localhost:7300";
const log = makeLog("silent");

/** The whole server without a port: real database, real routes, a clock that a test may set. */
export const createTestApp = async (
  order: Partial<TestDatabaseOrder> = {},
  /** What is taught, where it is not what ships. */
  taught: (shipped: Content) => Content = (shipped) => shipped,
  ownFolder: string | null = null,
  /** Under which the installation is known outside. */
  publicUrl: string | null = null,
  webhookNetworks: readonly string[] = [],
): Promise<TestApp> => {
  const database = await createTestDatabase(order);
  const settings = { connectionString: database.url };
  await prepareJobs(settings, log);
  const handle = openDatabase(settings, 8);
  const outside = openDatabase(settings, 2);
  let now = new Date("2026-11-21T12:00:00.000Z");
  const curriculum = await readCurriculum(ownFolder, log, taught);
  const range = createRange({ atOnce: 1, warmMax: 1 });
  const parts: Parts = {
    handle,
    outside,
    vault: makeVault(randomBytes(32)),
    deviceKey: randomBytes(32),
    shuffleKey: randomBytes(32),
    range,
    curriculum,
    clock: () => now,
    address: { url: publicUrl ?? testOrigin, isPublic: publicUrl !== null },
    host: null,
    webhookNetworks,
    log,
  };
  const wired = wire(parts);
  await wired.learning.editions.load(handle.db, parts.curriculum.content, now);
  const notReady = async () => [];
  const app = compose(parts, wired, { log, publicUrl: null, proxies: 0, notReady });
  const request = async (path: string, init?: RequestInit): Promise<Response> =>
    app.request(`${testOrigin}${path}`, init);
  const clientWith = (headers: Readonly<Record<string, string>>): Client =>
    createClient({
      baseUrl: testOrigin,
      headers: { origin: testOrigin, ...headers },
      fetch: async (input, init) => app.request(new Request(input, init)),
    });
  return {
    db: handle.db,
    settings,
    parts,
    wired,
    clock: {
      now: () => now,
      set: (to) => {
        now = to;
      },
    },
    request,
    clientWith,
    signIn: (...roles) => signIn(wired, handle.db, now, request, clientWith, roles),
    comeBack: ({ id }) => enter(wired, handle.db, now, request, clientWith, id),
    close: async () => {
      wired.webhooks.hub.close();
      await wired.labs.grader.close();
      await wired.labs.book.close();
      await Promise.all([handle.close(), outside.close(), range.close()]);
      await database.drop();
    },
  };
};

/** The way a person takes: added, invited, and in by the link. */
const signIn = async (
  wired: Wired,
  db: Database,
  now: Date,
  request: TestApp["request"],
  clientWith: TestApp["clientWith"],
  roles: readonly Role[],
): Promise<TestPerson> => {
  const email = `${roles.join("-")}-${randomBytes(4).toString("hex")}@test.example`;
  const details = { team: null, job: null, tier: null, attributes: {}, startedAt: null };
  const person = { email, name: `Test ${roles.join(" and ")}`, roles, ...details };
  const [added] = await wired.addPeople(db, [person], { actor: null, now });
  if (!added) throw new Error("the test's person was not added");
  return enter(wired, db, now, request, clientWith, added.id);
};

/** By a one-time link. */
const enter = async (
  wired: Wired,
  db: Database,
  now: Date,
  request: TestApp["request"],
  clientWith: TestApp["clientWith"],
  id: string,
): Promise<TestPerson> => {
  const ask = {
    personId: id,
    purpose: "invite" as const,
    createdBy: null,
    origin: testOrigin,
    now,
  };
  const { url } = await wired.people.makeOneTimeLink(db, ask);
  const answer = await request("/api/session/link", {
    method: "POST",
    headers: { "content-type": "application/json", origin: testOrigin },
    body: JSON.stringify({ token: url.split("#link=")[1] }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`no session: ${await answer.text()}`);
  return { id, cookie, client: clientWith({ cookie }) };
};
