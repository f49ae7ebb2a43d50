import { contract } from "@checkride/api/contract";
import type { Operation } from "@checkride/api/operation";
import { roles } from "@checkride/rules/person";
import { hasRight } from "@checkride/rules/rights";
import {
  createTestApp,
  type TestApp,
  type TestPerson,
  testOrigin,
} from "@checkride/server/test-app";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const operations: [string, Operation][] = Object.entries(contract);
const someId = "01900000-0000-7000-8000-000000000000";

/** Every parameter gets a value that parses and names nothing, so that an allowed call changes nothing. */
const pathOf = (path: string): string =>
  path
    .replace("{version}", "999999")
    .replace("{gate}", "no/such-gate")
    .replace("{passkey}", "no-such-passkey")
    .replace(/\{\w+\}/g, someId);

const ask = (app: TestApp, name: string, operation: Operation, headers: Record<string, string>) => {
  const [method = "GET", path = "/"] = name.split(" ");
  const type = operation.bodyText?.type ?? "application/json";
  const hasBody = Boolean(operation.body ?? operation.bodyText);
  return app.request(pathOf(path), {
    method,
    headers: { origin: testOrigin, ...(hasBody ? { "content-type": type } : {}), ...headers },
    // A body that no operation accepts: whoever gets as far as having it read has been let in.
    ...(hasBody ? { body: operation.bodyText ? "\0" : '{"no such field": true}' } : {}),
  });
};

const codeOf = async (response: Response): Promise<string | null> => {
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("application/problem+json")) return null;
  const body: { code: string } = await response.json();
  return body.code;
};

/** What is refused before anything else is looked at. */
const refusals = ["not-signed-in", "not-permitted", "token-not-valid", "foreign-origin"];

describe("every route", () => {
  let app: TestApp;
  const people = new Map<string, TestPerson>();
  beforeAll(async () => {
    app = await createTestApp();
    for (const role of roles) people.set(role, await app.signIn(role));
  });
  afterAll(() => app.close());

  it.each(operations)("%s turns away whoever is not signed in", async (name, operation) => {
    const code = await codeOf(await ask(app, name, operation, {}));
    if (operation.access === "public") expect(refusals).not.toContain(code);
    else expect(code).toBe("not-signed-in");
  });

  it.each(operations)(
    "%s lets in exactly the roles that have its right",
    async (name, operation) => {
      const { access } = operation;
      if (access === "public") return;
      for (const role of roles) {
        // Signing out would end the session that the next question needs.
        if (name === "DELETE /api/session") continue;
        const person = people.get(role);
        const response = await ask(app, name, operation, { cookie: person?.cookie ?? "" });
        const code = await codeOf(response);
        const allowed = access === "signed-in" || hasRight([role], access);
        if (allowed) expect(refusals, `${role}: ${name}`).not.toContain(code);
        else
          expect(code, `${role}: ${name}`).toBe(operation.masked ? "not-found" : "not-permitted");
      }
    },
  );

  it.each(operations)("%s refuses a change that another site sends", async (name, operation) => {
    if (name.startsWith("GET ")) return;
    const owner = people.get("owner");
    for (const origin of ["https://evil.example", "null"]) {
      const headers = { cookie: owner?.cookie ?? "", origin };
      expect(await codeOf(await ask(app, name, operation, headers))).toBe("foreign-origin");
    }
  });

  it.each(operations)(
    "%s answers nonsense in words, never with a fault",
    async (name, operation) => {
      const owner = await app.signIn("owner");
      const [method = "GET", path = "/"] = name.split(" ");
      const nonsense = [
        "%00",
        "%F0%9F%92%A9",
        "..%2F..%2Fetc",
        "'%20or%201=1",
        "9".repeat(400),
        "%",
      ];
      for (const value of path.includes("{") ? nonsense : []) {
        const response = await app.request(path.replace(/\{\w+\}/g, value), {
          method,
          headers: { origin: testOrigin, cookie: owner.cookie, "content-type": "application/json" },
          ...(method === "GET" ? {} : { body: "{}" }),
        });
        expect(response.status, `${name} ${value}`).toBeLessThan(500);
      }
      const response = await ask(app, name, operation, { cookie: owner.cookie });
      expect(response.status, name).toBeLessThan(500);
    },
  );

  it("answers for addresses and methods that do not exist", async () => {
    const gone = await app.request("/api/nothing");
    expect([gone.status, await codeOf(gone)]).toEqual([404, "not-found"]);
    const wrong = await app.request("/api/people", { method: "DELETE" });
    expect([wrong.status, await codeOf(wrong)]).toEqual([405, "method-not-allowed"]);
  });

  it("takes a broken cookie for nobody, and says of a broken token that it is broken", async () => {
    for (const cookie of [
      "checkride_session=",
      "checkride_session=%%%",
      "=;=;",
      "checkride_session=a;b=c",
    ]) {
      expect(await codeOf(await app.request("/api/standing", { headers: { cookie } }))).toBe(
        "not-signed-in",
      );
    }
    for (const authorization of [
      "Bearer",
      "Bearer x",
      "Bearer ckr_x",
      `Bearer ckr_${"a".repeat(43)}`,
    ]) {
      const response = await app.request("/api/standing", { headers: { authorization } });
      expect(await codeOf(response)).toBe("token-not-valid");
    }
  });
});
