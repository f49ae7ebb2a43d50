import { randomBytes, randomUUID } from "node:crypto";
import { type Answer, urlOf } from "@checkride/api/client";
import { contract, type OperationName } from "@checkride/api/contract";
import type { Operation } from "@checkride/api/operation";
import type { Problem } from "@checkride/api/problems";
import type { Role } from "@checkride/rules/person";
import { organisationRoutes } from "./features/organisation/routes.ts";
import { lockOrganisation, readOrganisation } from "./features/organisation/store.ts";
import { addPeople } from "./features/people/add-people.ts";
import { changedFields, changePeople, keepsAnOwner } from "./features/people/change-people.ts";
import { makeEmailMark } from "./features/people/email-mark.ts";
import { ensureFirstOwner } from "./features/people/ensure-first-owner.ts";
import { erasedAmong } from "./features/people/erased-among.ts";
import { readPersonCard } from "./features/people/person-facts.ts";
import { peopleRoutes } from "./features/people/routes.ts";
import {
  countActivePeople,
  listPeopleByEmail,
  lockPeopleByEmail,
} from "./features/people/store.ts";
import type { ImportDeps } from "./features/people-import/deps.ts";
import { peopleImportRoutes } from "./features/people-import/routes.ts";
import { authenticate } from "./features/session/authenticate.ts";
import { shutOut } from "./features/session/end-sessions.ts";
import { makeOneTimeLink, makeOneTimeLinks } from "./features/session/one-time-link.ts";
import { sessionRoutes } from "./features/session/routes.ts";
import { tokenRoutes } from "./features/tokens/routes.ts";
import { type Database, openDatabase } from "./platform/database.ts";
import { readCookies, writeCookie } from "./platform/http/cookies.ts";
import { problemResponse, refuse } from "./platform/http/refusal.ts";
import type { Route } from "./platform/http/route.ts";
import { serveOperation } from "./platform/http/serve-operation.ts";
import { makeVault } from "./platform/master-key.ts";
import { createTestDatabase } from "./platform/test-database.ts";

/** Somebody at a device: its cookies, its address, or the access token of a program. */
export type Visitor = {
  readonly jar: Map<string, string>;
  readonly ip: string;
  readonly token?: string;
};

type Ask = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What is asked for in a test that it did not get fails that test where it looks at it. */
export type Answered<N extends OperationName> = {
  readonly status: number;
  readonly body: Answer<N>;
  readonly problem: Problem;
  readonly text: string;
};

const isOf = <T>(_value: unknown): _value is T => true;

const origin = "http://localhost:7300";

export const newVisitor = (ip = "203.0.113.7"): Visitor => ({ jar: new Map(), ip });

const requestOf = (visitor: Visitor, name: OperationName, ask: Ask): Request => {
  const [method = "GET", path = "/"] = name.split(" ");
  const operation: Operation = contract[name];
  const headers = new Headers({ origin, "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0" });
  if (visitor.token) headers.set("authorization", `Bearer ${visitor.token}`);
  const cookies = [...visitor.jar].map(([key, value]) => `${key}=${value}`);
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  for (const [key, value] of Object.entries(ask.headers ?? {})) headers.set(key, value);
  const url = `${origin}${urlOf(path, ask)}`;
  if (ask.body === undefined) return new Request(url, { method, headers });
  headers.set("content-type", operation.bodyText?.type ?? "application/json");
  const body = operation.bodyText ? String(ask.body) : JSON.stringify(ask.body);
  return new Request(url, { method, headers, body });
};

const keepCookies = (visitor: Visitor, response: Response): void => {
  for (const cookie of response.headers.getSetCookie()) {
    const [, key = "", value = "", age = ""] = /^([^=]+)=([^;]*).*Max-Age=(\d+)/.exec(cookie) ?? [];
    if (age === "0") visitor.jar.delete(key);
    else visitor.jar.set(key, value);
  }
};

type Queued = { readonly job: string; readonly payload: unknown };

const wire = (outside: Database, deviceKey: Uint8Array, queue: Queued[]) => {
  const emailMark = makeEmailMark(deviceKey);
  const imports: ImportDeps = {
    readPeopleByEmail: listPeopleByEmail,
    lockPeopleByEmail,
    erasedAmong: erasedAmong(emailMark),
    countActive: countActivePeople,
    changedFields,
    keepsAnOwner,
    addPeople,
    changePeople,
    makeOneTimeLinks,
    enqueue: async (_db, job, payload) => void queue.push({ job, payload }),
  };
  const routes: readonly Route[] = [
    ...sessionRoutes({ outside, deviceKey, readPersonCard, readOrganisation }),
    ...peopleRoutes({ makeOneTimeLink, shutOut, emailMark, onErased: async () => undefined }),
    ...peopleImportRoutes(imports),
    ...tokenRoutes(),
    ...organisationRoutes({
      productVersion: "1.0.0",
      readPersonCard,
      removeDemo: async () => refuse("not-demo", "This is not a demo."),
    }),
  ];
  return { imports, routes: new Map(routes.map((route) => [route.name, route])) };
};

/** The features around people on a database of their own, asked through the way of every request. */
export const createAccountApp = async () => {
  const database = await createTestDatabase();
  const { db, close } = openDatabase(database.settings, 20);
  const outside = openDatabase(database.settings, 4);
  const clock = { now: new Date("2026-05-04T09:00:00.000Z") };
  const queue: Queued[] = [];
  const deviceKey = randomBytes(32);
  const { imports, routes } = wire(outside.db, deviceKey, queue);
  const parts = { db, vault: makeVault(randomBytes(32)) };
  const whoAsks = authenticate(db);

  const serve = async (visitor: Visitor, name: OperationName, ask: Ask): Promise<Response> => {
    const route = routes.get(name);
    if (!route) throw new Error(`${name} is not wired`);
    const request = requestOf(visitor, name, ask);
    const cookies = readCookies(request.headers);
    const { now } = clock;
    const set: string[] = [];
    const principal = await whoAsks(request.headers, cookies, now);
    if (!principal.ok) return problemResponse(principal.error, "test");
    const base = {
      requestId: randomUUID(),
      now,
      principal: principal.value,
      ip: visitor.ip,
      userAgent: request.headers.get("user-agent") ?? "",
      lastEventId: null,
      origin,
      cookies,
      setCookie: (key: string, value: string, age: number) =>
        void set.push(writeCookie(key, value, age, origin)),
    };
    const outcome = await serveOperation(route, request, ask.params ?? {}, base, parts);
    const response = outcome.ok ? outcome.value : problemResponse(outcome.error, "test");
    for (const cookie of set) response.headers.append("set-cookie", cookie);
    return response;
  };

  const ask = async <N extends OperationName>(
    visitor: Visitor,
    name: N,
    what: Ask = {},
  ): Promise<Answered<N>> => {
    const response = await serve(visitor, name, what);
    keepCookies(visitor, response);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const body: unknown = isJson ? JSON.parse(text) : undefined;
    if (!isOf<Answer<N>>(body) || !isOf<Problem>(body)) throw new Error("no answer");
    return { status: response.status, body, problem: body, text };
  };

  /** Somebody with these roles who has followed their one-time link. */
  const enter = async (roles: readonly Role[], email: string | null = null): Promise<Visitor> => {
    const now = clock.now;
    const nobody = { team: null, job: null, tier: null, attributes: {}, startedAt: null };
    const [person] = await addPeople(
      db,
      [{ ...nobody, email, name: `Test ${roles.join(" ")}`, roles }],
      { actor: null, now },
    );
    if (!person) throw new Error(`${email} is taken`);
    const link = { personId: person.id, purpose: "invite", createdBy: null, origin, now } as const;
    const { url } = await db.transaction().execute((tx) => makeOneTimeLink(tx, link));
    const visitor = newVisitor();
    await ask(visitor, "POST /api/session/link", { body: { token: secretOf(url) } });
    return visitor;
  };

  return {
    db,
    outside: outside.db,
    clock,
    queue,
    imports,
    origin,
    ask,
    enter,
    firstOwner: ensureFirstOwner({ makeOneTimeLink, lockOrganisation }),
    later: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    close: async () => {
      await close();
      await outside.close();
      await database.drop();
    },
  };
};

export type AccountApp = Awaited<ReturnType<typeof createAccountApp>>;

export const secretOf = (url: string): string => new URL(url).hash.replace("#link=", "");
