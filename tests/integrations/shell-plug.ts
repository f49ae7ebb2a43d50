import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gate, nobody, type PlugServer, root, runProgram } from "./plug-server.ts";

const script = join(root, "integrations/shell/checkride-gate.sh");

/** The strictest shell that is everywhere. */
export const askByShell = (env: Readonly<Record<string, string>>, of = gate) =>
  runProgram("dash", [script, of], env);

const liar = async (status: number, body: string): Promise<{ url: string; server: Server }> => {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}`, server };
};

export const shellPlug = (given: () => PlugServer): void => {
  describe("the plain shell", () => {
    it("stays closed with the way out, and opens once the lab is passed", async () => {
      const plug = given();
      const { id, account } = await plug.addDeveloper();
      const env = {
        CHECKRIDE_URL: plug.url,
        CHECKRIDE_TOKEN: plug.token,
        CHECKRIDE_ACCOUNT: `${plug.github.host}/${account}`,
      };
      const refused = await askByShell(env);
      expect(refused.code).toBe(1);
      expect(refused.out).toMatch(/^closed {2}deploy\/production\n {2}.*has not been earned/);
      expect(refused.out).toContain(plug.labPage);
      await plug.passLab(id);
      const file = join(plug.folder, "clearance.jwt");
      const opened = await askByShell({ ...env, CHECKRIDE_CLEARANCE_FILE: file });
      expect(opened).toEqual({ code: 0, out: `open    ${gate}\n` });
      expect(await readFile(file, "utf8")).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
      const email = await plug.emailOf(id);
      const byEmail = { ...env, CHECKRIDE_ACCOUNT: "", CHECKRIDE_EMAIL: email };
      expect((await askByShell(byEmail)).code).toBe(0);
      // The token is the owner's, who has passed nothing.
      expect((await askByShell({ ...env, CHECKRIDE_ACCOUNT: "" })).code).not.toBe(0);
      expect((await askByShell({ ...env, CHECKRIDE_ACCOUNT: `${plug.github.host}/99` })).code).toBe(
        1,
      );
    });

    it("believes the forge's token and nothing else in its environment", async () => {
      const plug = given();
      const holder = await plug.addDeveloper();
      await plug.passLab(holder.id);
      const email = await plug.emailOf(holder.id);
      const ask = async (actor: string, more = {}) =>
        askByShell({
          CHECKRIDE_URL: plug.url,
          CHECKRIDE_ID_TOKEN: await plug.github.sign({ aud: plug.url, actor_id: actor, ...more }),
          GIT_AUTHOR_EMAIL: email,
          GITHUB_ACTOR_ID: holder.account,
        });
      expect((await ask(holder.account)).code).toBe(0);
      const stranger = await ask("99");
      expect([stranger.code, stranger.out]).toEqual([1, expect.stringContaining("account 99")]);
      expect((await ask(holder.account, { aud: "https://elsewhere.example" })).code).toBe(4);
      expect((await ask(holder.account, { repository: "evil/shop" })).code).toBe(4);
    });

    it("warns without stopping, and says nothing where a gate only observes", async () => {
      const plug = given();
      const { account } = await plug.addDeveloper();
      const env = {
        CHECKRIDE_URL: plug.url,
        CHECKRIDE_TOKEN: plug.token,
        CHECKRIDE_ACCOUNT: `${plug.github.host}/${account}`,
      };
      await plug.setMode("warn");
      const warned = await askByShell(env);
      await plug.setMode("observe");
      const observed = await askByShell(env);
      await plug.setMode("enforce");
      expect([warned.code, warned.out]).toEqual([0, expect.stringContaining(plug.labPage)]);
      expect(warned.out).toContain("with a warning");
      expect(observed).toEqual({ code: 0, out: "" });
    });

    it("opens for nothing that is no clearance for this gate", async () => {
      const token = { CHECKRIDE_TOKEN: given().token };
      const other = Buffer.from(JSON.stringify({ aud: "deploy/other", earned: true }));
      const answers: [number, string][] = [
        [200, "<h1>Sign in to this network</h1>"],
        [200, '{"outcome":"allow"}'],
        [200, ""],
        [200, JSON.stringify({ clearance: `e30.${other.toString("base64url")}.x` })],
        [302, "elsewhere"],
        [500, "broken"],
      ];
      for (const [status, body] of answers) {
        const { url, server } = await liar(status, body);
        const asked = await askByShell({ ...token, CHECKRIDE_URL: url });
        server.close();
        expect([body, asked.code]).toEqual([body, 3]);
      }
      const told = '{"code":"gate-closed","detail":"\\u001b[2J \\"clearance\\":\\"x\\" closed"}';
      const { url, server } = await liar(403, told);
      expect((await askByShell({ ...token, CHECKRIDE_URL: url })).code).toBe(1);
      server.close();
    });

    it("stays closed without a server, unless the pipeline was told to go on", async () => {
      const env = { CHECKRIDE_URL: nobody, CHECKRIDE_TOKEN: "ckr_x" };
      expect((await askByShell(env)).code).toBe(3);
      expect((await askByShell({ ...env, CHECKRIDE_WHEN_AWAY: "allow" })).code).toBe(0);
      const plug = given();
      const wrong = { CHECKRIDE_URL: plug.url, CHECKRIDE_TOKEN: "ckr_x" };
      // Away is away: a no, or a token that is not believed, opens nothing.
      expect((await askByShell({ ...wrong, CHECKRIDE_WHEN_AWAY: "allow" })).code).toBe(4);
      expect((await askByShell({ CHECKRIDE_URL: plug.url })).code).toBe(4);
      expect((await askByShell({ ...wrong, CHECKRIDE_URL: "http://plain.example" })).code).toBe(2);
      expect((await askByShell({ ...wrong, CHECKRIDE_ACCOUNT: 'x","person":"y' })).code).toBe(2);
    });
  });
};
