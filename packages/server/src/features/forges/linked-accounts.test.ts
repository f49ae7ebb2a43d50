import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { forgePaths, startForge, type TestForge } from "./forge.test-data.ts";

describe.each(["github", "gitlab"] as const)("an account at %s", (kind) => {
  let app: TestApp;
  let owner: TestPerson;
  let forge: TestForge;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    forge = await startForge(kind, app.clock.now);
    const body = { kind, url: forge.url, clientId: "client", clientSecret: "the secret" };
    const made = await owner.client("POST /api/forges", { body });
    expect(made.ok && made.value).toEqual({
      id: forge.host,
      kind,
      url: forge.url,
      callback: `http://localhost:7300/api/forges/${forge.host}/callback`,
    });
  });
  afterAll(async () => {
    await forge.close();
    await app.close();
  });

  const begin = async (person: TestPerson): Promise<string> => {
    const params = { forge: forge.host };
    const answer = await person.client("POST /api/me/forge-accounts/{forge}/sign-in", { params });
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value.url;
  };
  /** To the forge and back to our door, as a browser goes. */
  const away = async (person: TestPerson, account: number): Promise<URL> => {
    forge.state.account = account;
    const answer = await fetch(await begin(person), { redirect: "manual" });
    return new URL(answer.headers.get("location") ?? "");
  };
  const back = async (person: TestPerson, to: URL): Promise<string | null> => {
    const answer = await app.request(to.pathname + to.search, {
      headers: { cookie: person.cookie },
    });
    const location = new URL(answer.headers.get("location") ?? "", to);
    expect([answer.status, location.pathname]).toEqual([302, "/account"]);
    return location.searchParams.get("outcome");
  };
  const own = async (person: TestPerson) => {
    const answer = await person.client("GET /api/me/forge-accounts", {});
    return answer.ok ? answer.value.accounts : [];
  };

  it("is linked by signing in there, by its number and not by its name", async () => {
    const ada = await app.signIn("learner");
    expect(await back(ada, await away(ada, 101))).toBe("linked");
    const login = kind === "github" ? "octo-101" : "g-101";
    expect(await own(ada)).toMatchObject([
      { forge: forge.host, id: "101", login, how: "signed-in" },
    ]);
    const facts = await app.db
      .selectFrom("evidence")
      .select("body")
      .where("kind", "=", "forge-account.linked")
      .where("person", "=", ada.id)
      .execute();
    expect(facts).toEqual([{ body: { forge: forge.host, account: "101", how: "signed-in" } }]);
  });

  it("is nobody else's then, until it is unlinked", async () => {
    const [ada, bob] = [await app.signIn("learner"), await app.signIn("learner")];
    await back(ada, await away(ada, 102));
    expect(await back(bob, await away(bob, 102))).toBe("taken");
    expect(await own(bob)).toEqual([]);
    const params = { forge: forge.host, account: "102" };
    const name = "DELETE /api/me/forge-accounts/{forge}/{account}";
    expect((await bob.client(name, { params })).ok).toBe(false);
    expect((await ada.client(name, { params })).ok).toBe(true);
    expect(await back(bob, await away(bob, 102))).toBe("linked");
  });

  it("comes only through the session that left, once, and in time", async () => {
    const [ada, mallory] = [await app.signIn("learner"), await app.signIn("learner")];
    const to = await away(mallory, 103);
    // Mallory would have Ada's page link Mallory's account to Ada.
    expect(await back(ada, to)).toBe("over");
    expect(await own(ada)).toEqual([]);
    expect(await back(mallory, to)).toBe("linked");
    expect(await back(mallory, to)).toBe("over");
    const late = await away(ada, 104);
    const begun = app.clock.now();
    app.clock.set(new Date(begun.getTime() + 600_000));
    expect(await back(ada, late)).toBe("over");
    app.clock.set(begun);
  });

  it("is not linked by a code that somebody else got, nor without one", async () => {
    const [ada, mallory] = [await app.signIn("learner"), await app.signIn("learner")];
    const theirs = await away(mallory, 105);
    const mine = await away(ada, 106);
    // The code of one way with the state of another: PKCE does not fit.
    mine.searchParams.set("code", theirs.searchParams.get("code") ?? "");
    expect(await back(ada, mine)).toBe("away");
    const refused = await away(ada, 106);
    refused.searchParams.delete("code");
    refused.searchParams.set("error", "access_denied");
    expect(await back(ada, refused)).toBe("refused");
    expect(await own(ada)).toEqual([]);
  });

  it.each(["<html>", "{}", '{"id":"101"}', '{"id":0}'])(
    "is not linked where the forge says %s of who it is",
    async (text) => {
      const ada = await app.signIn("learner");
      forge.lies.set(forgePaths[kind].user, (_, answer) => void answer.writeHead(200).end(text));
      expect(await back(ada, await away(ada, 107))).toBe("away");
      forge.lies.clear();
      expect(await own(ada)).toEqual([]);
    },
  );

  it("keeps the client's secret to itself", async () => {
    const list = await owner.client("GET /api/forges", {});
    expect(JSON.stringify(list)).not.toContain("the secret");
    const row = await app.db.selectFrom("forge").selectAll().executeTakeFirstOrThrow();
    expect(row.clientSecretSealed.toString("utf8")).not.toContain("the secret");
  });
});

describe("accounts in a file", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
  });
  afterAll(() => app.close());
  const preview = async (body: string) => {
    const answer = await owner.client("POST /api/forge-accounts/import-previews", { body });
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value;
  };

  it("are shown with every fault in its line, and linked all or none", async () => {
    const [ada, bob] = [await app.signIn("learner"), await app.signIn("learner")];
    const good = `Forge;Account;Person;Login\nGitHub.com;1;${ada.id};ada\ngithub.com;2;${bob.id};\n`;
    expect(await preview(good)).toMatchObject({
      rows: [
        {
          line: 2,
          forge: "github.com",
          account: "1",
          login: "ada",
          person: { id: ada.id },
          does: "link",
        },
        { line: 3, account: "2", login: null, does: "link" },
      ],
      faults: [],
    });
    const bad = `forge,account,person\ngithub.com,ada,${ada.id}\n-,3,${ada.id}\ngithub.com,4,nobody@test.example\ngithub.com,5,${ada.id}\ngithub.com,5,${bob.id}\n`;
    expect((await preview(bad)).faults.map(({ line }) => line)).toEqual([2, 3, 4, 6]);
    const refused = await owner.client("POST /api/forge-accounts/imports", { body: bad });
    expect(refused.ok ? null : refused.problem).toMatchObject({
      code: "csv-not-readable",
      faults: [{ in: "body/line/2" }, {}, {}, {}],
    });
    const list = await owner.client("GET /api/forge-accounts", { query: {} });
    expect(list.ok && list.value.items).toEqual([]);
    const done = await owner.client("POST /api/forge-accounts/imports", { body: good });
    expect(done.ok && done.value).toEqual({ linked: 2, unchanged: 0 });
    const again = await owner.client("POST /api/forge-accounts/imports", { body: good });
    expect(again.ok && again.value).toEqual({ linked: 0, unchanged: 2 });
    const stolen = `forge,account,person\ngithub.com,1,${bob.id}\n`;
    expect((await preview(stolen)).faults[0]?.says).toContain("linked to somebody else");
  });

  it("need the columns that say whose they are", async () => {
    const { faults } = await preview("name,number\nada,1\n");
    expect(faults).toMatchObject([{ line: 1 }]);
  });

  it("go with the person who is erased", async () => {
    const ada = await app.signIn("learner");
    const body = `forge,account,person\ngitlab.com,9,${ada.id}\n`;
    await owner.client("POST /api/forge-accounts/imports", { body });
    const params = { person: ada.id };
    const found = await owner.client("GET /api/people/{person}", { params });
    const confirm = (found.ok && found.value.email) || "";
    const erased = await owner.client("POST /api/people/{person}/erase", {
      params,
      body: { confirm, reason: "asked to" },
    });
    expect(erased.ok ? null : erased.problem).toBeNull();
    const query = { person: ada.id };
    const list = await owner.client("GET /api/forge-accounts", { query });
    expect(list.ok && list.value.items).toEqual([]);
  });
});
