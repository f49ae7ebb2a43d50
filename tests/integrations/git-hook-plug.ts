import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { nobody, type PlugServer, root, runProgram } from "./plug-server.ts";

type Variables = Readonly<Record<string, string>>;

export const gitHookPlug = (given: () => PlugServer): void => {
  describe("the hook of a Git server", () => {
    let bare: string;
    let work: string;
    const git = (args: readonly string[], env: Variables = {}) =>
      runProgram("git", args, { GIT_CONFIG_NOSYSTEM: "1", ...env }, { cwd: work });

    /** A bare repository as a Git server has it, and somebody's clone. */
    beforeAll(async () => {
      const { folder, token } = given();
      bare = join(folder, "shop.git");
      work = join(folder, "shop");
      await mkdir(work);
      await git(["init", "-q", "--bare", bare]);
      await git(["init", "-q", "-b", "main"]);
      await git(["remote", "add", "origin", bare]);
      await copyFile(
        join(root, "integrations/shell/checkride-gate.sh"),
        join(bare, "hooks/checkride-gate.sh"),
      );
      await copyFile(
        join(root, "integrations/git-hook/pre-receive"),
        join(bare, "hooks/pre-receive"),
      );
      await writeFile(join(folder, "token"), token, { mode: 0o600 });
    });

    const configure = (changed: Variables) => {
      const { url, folder, gitlab } = given();
      const settings = {
        CHECKRIDE_URL: url,
        CHECKRIDE_TOKEN_FILE: join(folder, "token"),
        CHECKRIDE_GATE: "deploy/production",
        PROTECTED: "refs/heads/main refs/heads/release/*",
        FORGE: gitlab.host,
        ...changed,
      };
      const lines = Object.entries(settings).map(([name, value]) => `${name}='${value}'\n`);
      return writeFile(join(bare, "hooks/checkride.conf"), lines.join(""));
    };
    let commits = 0;
    /** A commit with this address in it, pushed by whom the server's variables name. */
    const push = async (pusher: Variables, email: string, to = "main") => {
      const forged = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: email };
      const committer = { GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: email };
      const message = `change ${commits++}`;
      await git(["commit", "-q", "--allow-empty", "-m", message], { ...forged, ...committer });
      return git(["push", "origin", `HEAD:refs/heads/${to}`], pusher);
    };

    it("refuses a push with the way out, and takes the same one once the lab is passed", async () => {
      await configure({ PUSHER: "gitlab" });
      const { id, account } = await given().addDeveloper();
      const holder = await given().addDeveloper();
      await given().passLab(holder.id);
      const email = await given().emailOf(holder.id);
      // The address of somebody who may pass stands in the commit; it opens nothing.
      const refused = await push({ GL_ID: `user-${account}` }, email);
      expect(refused.code).toBe(1);
      expect(refused.out).toMatch(/remote: GL-HOOK-ERR: closed {2}deploy\/production/);
      expect(refused.out).toContain(given().labPage);
      await given().passLab(id);
      expect(await push({ GL_ID: `user-${account}` }, "nobody@nowhere.example")).toMatchObject({
        code: 0,
      });
    });

    it("asks for protected branches only, and for a person only", async () => {
      await configure({ PUSHER: "gitlab" });
      const email = "a@b.example";
      expect((await push({ GL_ID: "user-99" }, email, "feature/one")).code).toBe(0);
      const { id, account } = await given().addDeveloper();
      await given().passLab(id);
      expect((await push({ GL_ID: `user-${account}` }, email, "release/1.0")).code).toBe(0);
      expect((await push({ GL_ID: "user-99" }, email, "release/1.0")).code).toBe(1);
      // A branch of the pattern is there; the pattern means others too.
      expect((await push({ GL_ID: "user-99" }, email, "release/2.0")).code).toBe(1);
      for (const name of ["key-5", "user-", "user-1;x", "user-007", ""]) {
        const refused = await push({ GL_ID: name }, email);
        expect([name, refused.out]).toEqual([
          name,
          expect.stringContaining("no account of a person"),
        ]);
      }
      expect((await push({}, email)).code).toBe(1);
    });

    it("takes the pusher from Gitea, or from a list by gitolite's name", async () => {
      const { id, account } = await given().addDeveloper();
      await given().passLab(id);
      const email = await given().emailOf(id);
      await configure({ PUSHER: "gitea" });
      expect((await push({ GITEA_PUSHER_ID: account }, "x@y.example")).code).toBe(0);
      expect((await push({ GITEA_PUSHER_ID: "99", GITEA_PUSHER_EMAIL: email }, email)).code).toBe(
        1,
      );
      const mapping = join(given().folder, "people");
      await writeFile(mapping, `ada ${email}\nbob ${given().gitlab.host}/99\n`);
      await configure({ PUSHER: "gitolite", MAPPING: mapping });
      expect((await push({ GL_USER: "ada" }, "x@y.example")).code).toBe(0);
      for (const user of ["bob", "eve", ".*", ""]) {
        expect([user, (await push({ GL_USER: user }, email)).code]).toEqual([user, 1]);
      }
    });

    it("believes no variable that a client could bring along", async () => {
      await configure({ PUSHER: "gitlab" });
      const { id, account } = await given().addDeveloper();
      await given().passLab(id);
      const brought = {
        GL_ID: "user-99",
        CHECKRIDE_ACCOUNT: `${given().gitlab.host}/${account}`,
        CHECKRIDE_URL: nobody,
        CHECKRIDE_WHEN_AWAY: "allow",
        PROTECTED: "refs/heads/none",
      };
      expect((await push(brought, "a@b.example")).code).toBe(1);
    });

    it("stays closed without a server, unless it was configured otherwise", async () => {
      const pusher = { GL_ID: "user-99" };
      await configure({ PUSHER: "gitlab", CHECKRIDE_URL: nobody });
      expect((await push(pusher, "a@b.example")).code).toBe(1);
      await configure({ PUSHER: "gitlab", CHECKRIDE_URL: nobody, CHECKRIDE_WHEN_AWAY: "allow" });
      expect((await push(pusher, "a@b.example")).code).toBe(0);
    });
  });
};
