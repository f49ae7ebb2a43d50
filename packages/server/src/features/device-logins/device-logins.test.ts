import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";

describe("the login of a command line", () => {
  let app: TestApp;
  let learner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    learner = await app.signIn("learner");
  });
  afterAll(() => app.close());

  const nobody = () => app.clientWith({});
  const begin = async (rights: readonly ("standing:own" | "people:write" | "account:own")[]) => {
    const body = { device: "laptop", rights: [...rights] };
    const begun = await nobody()("POST /api/device-logins", { body });
    if (!begun.ok) throw new Error(begun.problem.detail);
    return begun.value;
  };
  const collect = (secret: string) =>
    nobody()("POST /api/device-logins/token", { body: { secret } });
  const confirm = (code: string, who = learner) =>
    who.client("POST /api/device-logins/{code}/confirmation", { params: { code } });
  const rightsOf = async (token: string) => {
    const session = await app.clientWith({ authorization: `Bearer ${token}` })(
      "GET /api/session",
      {},
    );
    return session.ok ? session.value.rights : session.problem.code;
  };

  it("ends with a token of whoever said yes, given once, with the rights that were shown", async () => {
    const { code, secret, page } = await begin(["standing:own"]);
    expect(page).toMatch(new RegExp(`/login/${code}$`));
    expect(await collect(secret)).toEqual({ ok: true, value: { state: "waiting", token: null } });
    const shown = await learner.client("GET /api/device-logins/{code}", { params: { code } });
    expect(shown).toMatchObject({ value: { device: "laptop", rights: ["standing:own"] } });
    expect((await confirm(code)).ok).toBe(true);
    const collected = await collect(secret);
    if (!collected.ok || collected.value.token === null) throw new Error("no token");
    expect(collected.value.state).toBe("confirmed");
    expect(await rightsOf(collected.value.token)).toEqual(["standing:own"]);
    expect(await collect(secret)).toMatchObject({ problem: { code: "link-not-valid" } });
    expect(await confirm(code)).toMatchObject({ problem: { code: "not-found" } });
  });

  it("gives nothing after a no, and nothing once the time is over", async () => {
    const refused = await begin(["standing:own"]);
    const params = { code: refused.code };
    expect((await learner.client("DELETE /api/device-logins/{code}", { params })).ok).toBe(true);
    expect(await collect(refused.secret)).toMatchObject({
      value: { state: "refused", token: null },
    });
    expect((await confirm(refused.code)).ok).toBe(false);
    const late = await begin(["standing:own"]);
    const before = app.clock.now();
    app.clock.set(new Date(before.getTime() + 10 * 60_000));
    expect(await confirm(late.code)).toMatchObject({ problem: { code: "not-found" } });
    expect(await collect(late.secret)).toMatchObject({ problem: { code: "link-not-valid" } });
    app.clock.set(before);
  });

  it("never gives more than the person has, nor what no token may have", async () => {
    for (const right of ["people:write", "account:own"] as const) {
      const { code, secret } = await begin(["standing:own", right]);
      expect(await confirm(code)).toMatchObject({ problem: { code: "bad-input" } });
      expect(await collect(secret)).toMatchObject({ value: { state: "waiting" } });
    }
  });

  it("is not confirmed by a token, a code alone collects nothing, and a guess finds nothing", async () => {
    const { code, secret } = await begin(["standing:own"]);
    await confirm(code);
    expect((await collect(code)).ok).toBe(false);
    expect((await collect("x".repeat(43))).ok).toBe(false);
    const collected = await collect(secret);
    const token = collected.ok ? (collected.value.token ?? "") : "";
    const robot = app.clientWith({ authorization: `Bearer ${token}` });
    const other = await begin(["standing:own"]);
    const params = { code: other.code };
    const confirmed = await robot("POST /api/device-logins/{code}/confirmation", { params });
    expect(confirmed).toMatchObject({ problem: { code: "not-permitted" } });
  });

  it("ends when the command line says so, and then its token is worth nothing", async () => {
    const { code, secret } = await begin(["standing:own"]);
    await confirm(code);
    const collected = await collect(secret);
    const token = collected.ok ? (collected.value.token ?? "") : "";
    const robot = app.clientWith({ authorization: `Bearer ${token}` });
    expect((await robot("DELETE /api/me/token", {})).ok).toBe(true);
    expect(await rightsOf(token)).toBe("token-not-valid");
    expect(await learner.client("DELETE /api/me/token", {})).toMatchObject({
      problem: { code: "not-found" },
    });
  });

  it("cannot be begun without end from one place", async () => {
    const body = { device: "laptop", rights: ["standing:own" as const] };
    const ask = () => nobody()("POST /api/device-logins", { body });
    for (let times = 0; times < 31; times++) await ask();
    expect(await ask()).toMatchObject({ problem: { code: "too-many-tries" } });
  });
});
