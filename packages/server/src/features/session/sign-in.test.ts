import { hash } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountApp, createAccountApp, newVisitor, secretOf } from "../../test-account-app.ts";

const password = "nine green teapots sing";
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let app: AccountApp;
beforeAll(async () => {
  app = await createAccountApp();
});
afterAll(() => app.close());

let count = 0;
/** A learner with a password, and the device that they set it on. */
const withPassword = async () => {
  count += 1;
  const email = `learner${count}@example.org`;
  const device = await app.enter(["learner"], email);
  const set = await app.ask(device, "PUT /api/account/password", {
    body: { current: null, next: password },
  });
  expect(set.status).toBe(204);
  return { email, device };
};

const signIn = (visitor: ReturnType<typeof newVisitor>, email: string, word = password) =>
  app.ask(visitor, "POST /api/session/password", { body: { email, password: word } });

const sessionOf = (visitor: ReturnType<typeof newVisitor>) => app.ask(visitor, "GET /api/session");

describe("a one-time link", () => {
  const makeLink = async () => {
    count += 1;
    const owner = await app.enter(["owner"]);
    const added = await app.ask(owner, "POST /api/people", {
      body: { email: `invited${count}@example.org`, name: "Invited" },
    });
    return { owner, id: added.body.person.id, token: secretOf(added.body.invitation.url) };
  };
  const redeem = (token: string) =>
    app.ask(newVisitor(), "POST /api/session/link", { body: { token } });

  it("lets in once, even when two follow it at the same time", async () => {
    const { token } = await makeLink();
    const answers = await Promise.all([redeem(token), redeem(token), redeem(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await redeem(token)).problem.code).toBe("link-not-valid");
  });

  it("makes an invited person an active one", async () => {
    const { owner, id, token } = await makeLink();
    const ask = { params: { person: id } };
    expect((await app.ask(owner, "GET /api/people/{person}", ask)).body.status).toBe("invited");
    await redeem(token);
    expect((await app.ask(owner, "GET /api/people/{person}", ask)).body.status).toBe("active");
  });

  it("ends when a new one is made, and after a week", async () => {
    const { owner, id, token } = await makeLink();
    const ask = { params: { person: id } };
    const next = await app.ask(owner, "POST /api/people/{person}/invitation", ask);
    expect((await redeem(token)).status).toBe(401);
    expect(next.body.expiresAt).toBe(
      new Date(app.clock.now.getTime() + 7 * 24 * hourMs).toISOString(),
    );
    app.later(7 * 24 * hourMs);
    expect((await redeem(secretOf(next.body.url))).status).toBe(401);
  });

  it("leaves one usable link when two are made at the same time", async () => {
    const { owner, id } = await makeLink();
    const ask = { params: { person: id } };
    const made = await Promise.all([
      app.ask(owner, "POST /api/people/{person}/invitation", ask),
      app.ask(owner, "POST /api/people/{person}/invitation", ask),
    ]);
    const statuses = [];
    for (const { body } of made) statuses.push((await redeem(secretOf(body.url))).status);
    expect(statuses.sort()).toEqual([200, 401]);
  });

  it.each(["", "x", "%00", "'; drop table person; --", "a".repeat(200)])(
    "refuses %j as a token",
    async (token) => {
      const answer = await redeem(token);
      expect([400, 401]).toContain(answer.status);
    },
  );
});

describe("a password", () => {
  it("signs in, on a device that then is known", async () => {
    const { email } = await withPassword();
    const laptop = newVisitor("198.51.100.20");
    const answer = await signIn(laptop, email);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ next: "home", hasPassword: true, passkeys: 0 });
    expect([...laptop.jar.keys()].sort()).toEqual(["checkride_device", "checkride_session"]);
    expect((await sessionOf(laptop)).body.person?.email).toBe(email);
  });

  it("is the same word however its accents are composed", async () => {
    const { email, device } = await withPassword();
    const composed = "sieben grüne Töpfe kochen";
    await app.ask(device, "PUT /api/account/password", {
      body: { current: password, next: composed.normalize("NFD") },
    });
    expect((await signIn(newVisitor("198.51.100.21"), email, composed)).status).toBe(200);
  });

  it("gives one answer to unknown, wrong, deactivated and without a password", async () => {
    const { email } = await withPassword();
    const left = await withPassword();
    const owner = await app.enter(["owner"]);
    const id = (await sessionOf(left.device)).body.person?.id ?? "";
    await app.ask(owner, "POST /api/people/{person}/deactivate", {
      params: { person: id },
      body: { reason: "left" },
    });
    await app.enter(["learner"], "nopassword@example.org");
    const asked = [
      ["unknown@example.org", password],
      [email, "wrong"],
      [left.email, password],
      ["nopassword@example.org", password],
    ] as const;
    const answers = await Promise.all(
      asked.map(([address, word], index) =>
        signIn(newVisitor(`198.51.100.${30 + index}`), address, word),
      ),
    );
    const said = answers.map(({ status, problem }) => [status, problem.code, problem.detail]);
    expect(new Set(said.map((words) => JSON.stringify(words))).size).toBe(1);
    expect(said[0]?.slice(0, 2)).toEqual([401, "sign-in-failed"]);
  });

  it("ends the other sessions and unused links when it is changed", async () => {
    const { email, device } = await withPassword();
    const other = newVisitor("198.51.100.40");
    await signIn(other, email);
    const changed = await app.ask(device, "PUT /api/account/password", {
      body: { current: password, next: "eleven blue kettles hum" },
    });
    expect(changed.status).toBe(204);
    expect((await sessionOf(other)).body.next).toBe("sign-in");
    expect((await sessionOf(device)).body.next).toBe("home");
  });

  it("is not changed by somebody who does not know the present one", async () => {
    const { device } = await withPassword();
    for (const current of [null, "wrong"]) {
      const answer = await app.ask(device, "PUT /api/account/password", {
        body: { current, next: "eleven blue kettles hum" },
      });
      expect(answer.problem.code).toBe("sign-in-failed");
    }
  });

  it("says everything that is wrong with a weak one", async () => {
    const { device } = await withPassword();
    const answer = await app.ask(device, "PUT /api/account/password", {
      body: { current: password, next: "aaaaaaa" },
    });
    expect(answer.status).toBe(422);
    expect(answer.problem.faults?.length).toBe(2);
  });
});

describe("a password hash", () => {
  it("made with older parameters is made anew when its person signs in", async () => {
    const { email, device } = await withPassword();
    const personId = (await sessionOf(device)).body.person?.id ?? "";
    const old = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await app.db
      .updateTable("password")
      .set({ hash: old })
      .where("personId", "=", personId)
      .execute();
    expect((await signIn(newVisitor("198.51.100.60"), email)).status).toBe(200);
    const kept = await app.db
      .selectFrom("password")
      .select("hash")
      .where("personId", "=", personId)
      .executeTakeFirstOrThrow();
    expect(kept.hash).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
    expect((await signIn(newVisitor("198.51.100.61"), email)).status).toBe(200);
  });
});

describe("too many tries", () => {
  const hammer = async (email: string, ip: string, times: number) => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i++) {
      statuses.push((await signIn(newVisitor(ip), email, `guess ${i}`)).status);
    }
    return statuses;
  };

  it("stops one network at one account, though the password be right, and says for how long", async () => {
    const { email } = await withPassword();
    expect(await hammer(email, "192.0.2.1", 12)).toEqual([...Array(10).fill(401), 429, 429]);
    const right = await signIn(newVisitor("192.0.2.1"), email);
    expect(right.problem.code).toBe("too-many-tries");
    expect(right.problem.retryAfterSeconds).toBe(900);
    app.later(15 * minuteMs);
    expect((await signIn(newVisitor("192.0.2.1"), email)).status).toBe(200);
  });

  it("counts a whole IPv6 line as one", async () => {
    const { email } = await withPassword();
    for (let i = 0; i < 10; i++) await hammer(email, `2001:db8:1:2::${i + 1}`, 1);
    expect((await signIn(newVisitor("2001:db8:1:2:ffff::1"), email)).status).toBe(429);
    expect((await signIn(newVisitor("2001:db8:1:3::1"), email)).status).toBe(200);
  });

  it("never locks the person out of a device that they have used before", async () => {
    const { email, device } = await withPassword();
    for (let i = 0; i < 6; i++) await hammer(email, `192.0.2.${50 + i}`, 10);
    // From a new device the account is slow to everybody now, the owner's address included.
    expect((await signIn(newVisitor(device.ip), email)).status).toBe(429);
    device.jar.delete("checkride_session");
    expect((await signIn(device, email)).status).toBe(200);
  });

  it("never blocks a one-time link", async () => {
    const { email, device } = await withPassword();
    await hammer(email, "192.0.2.70", 11);
    const owner = await app.enter(["owner"]);
    const person = (await sessionOf(device)).body.person?.id ?? "";
    const made = await app.ask(owner, "POST /api/people/{person}/invitation", {
      params: { person },
    });
    const link = await app.ask(newVisitor("192.0.2.70"), "POST /api/session/link", {
      body: { token: secretOf(made.body.url) },
    });
    expect(link.status).toBe(200);
  });

  it("gives a device its own limit", async () => {
    const { email, device } = await withPassword();
    device.jar.delete("checkride_session");
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await signIn(device, email, "wrong")).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });

  it("is not fooled by a device mark of somebody else or a forged one", async () => {
    const mine = await withPassword();
    const other = await withPassword();
    await hammer(other.email, "192.0.2.90", 10);
    for (const mark of [mine.device.jar.get("checkride_device") ?? "", "x.y.z", "a".repeat(500)]) {
      const visitor = newVisitor("192.0.2.90");
      visitor.jar.set("checkride_device", mark);
      expect((await signIn(visitor, other.email)).status).toBe(429);
    }
  });

  it("behaves for an unknown address as for a known one", async () => {
    expect(await hammer("nobody@example.org", "192.0.2.110", 11)).toEqual([
      ...Array(10).fill(401),
      429,
    ]);
  });

  it("does not count tries at the same time as one", async () => {
    const { email } = await withPassword();
    const rounds = [];
    for (let i = 0; i < 4; i++) {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => signIn(newVisitor("192.0.2.120"), email, "wrong")),
      );
      rounds.push(...answers.map(({ status }) => status));
    }
    expect(rounds.filter((status) => status === 401)).toHaveLength(10);
  });

  it("tells a flood of strangers to come back, and lets known devices pass it", async () => {
    const { email, device } = await withPassword();
    device.jar.delete("checkride_session");
    const flood = Promise.all(
      Array.from({ length: 40 }, (_, i) => signIn(newVisitor(`192.0.2.${130 + i}`), email)),
    );
    expect((await signIn(device, email)).status).toBe(200);
    const answers = await flood;
    const busy = answers.filter(({ status }) => status === 429);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every(({ problem }) => problem.retryAfterSeconds === 2)).toBe(true);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(40 - busy.length);
  });
});
