import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAction } from "./action-runner.ts";
import { gate, nobody, type PlugServer } from "./plug-server.ts";

/** Where a job gets its token from, made out to whom it asks for, as GitHub documents it. */
const startTokens = async (plug: PlugServer) => {
  const state = { actor: "" };
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://runner");
    if (request.headers.authorization?.toLowerCase() !== "bearer of-the-job") {
      response.writeHead(401).end();
      return;
    }
    const aud = searchParams.get("audience") ?? "https://github.com/octo";
    const value = await plug.github.sign({ aud, actor_id: state.actor });
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ value }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { state, url: `http://127.0.0.1:${port}/token?api-version=2`, server };
};

export const githubActionPlug = (given: () => PlugServer): void => {
  describe("the GitHub Action", () => {
    let tokens: Awaited<ReturnType<typeof startTokens>>;
    beforeAll(async () => {
      tokens = await startTokens(given());
    });
    afterAll(() => tokens.server.close());

    type More = { event?: Record<string, string>; env?: Record<string, string> };
    const run = (actor: string, inputs: Record<string, string> = {}, more: More = {}) => {
      tokens.state.actor = actor;
      return runAction(given(), {
        inputs: { url: given().url, gate, ...inputs },
        env: {
          ACTIONS_ID_TOKEN_REQUEST_URL: tokens.url,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: "of-the-job",
          ...more.env,
        },
        event: more.event ?? {},
      });
    };

    it("stops with the way out in the summary, and goes on once the lab is passed", async () => {
      const { id, account } = await given().addDeveloper();
      const refused = await run(account);
      expect(refused).toMatchObject({ code: 1, outputs: { outcome: "deny", clearance: "" } });
      expect(refused.summary).toContain(`### Gate \`${gate}\`: deny`);
      expect(refused.summary).toContain(given().labPage);
      await given().passLab(id);
      const passed = await run(account, { checksum: given().checksum, audience: given().url });
      expect(passed).toMatchObject({ code: 0, outputs: { outcome: "allow" } });
      const file = passed.outputs["clearance"] ?? "";
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const clearance = (await readFile(file, "utf8")).trim();
      expect(clearance).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(passed.log + passed.summary).not.toContain(clearance);
    });

    it("asks about the account that GitHub signs, and lets authors only close", async () => {
      const plug = given();
      const holder = await plug.addDeveloper();
      const other = await plug.addDeveloper();
      await plug.passLab(holder.id);
      const email = await plug.emailOf(holder.id);
      const env = {
        GIT_AUTHOR_EMAIL: email,
        GITHUB_ACTOR: "octo-4711",
        GITHUB_ACTOR_ID: holder.account,
        CHECKRIDE_TOKEN: plug.token,
      };
      const claimed = await run(other.account, { authors: holder.account }, { env });
      expect(claimed).toMatchObject({ code: 1, outputs: { outcome: "deny" } });
      const event = { "pull_request.user.id": other.account };
      expect(await run(holder.account, {}, { event })).toMatchObject({ code: 1 });
      const own = { "pull_request.user.id": holder.account };
      expect(await run(holder.account, {}, { event: own })).toMatchObject({ code: 0 });
    });

    it("answers from what is kept while the server is away, and for nobody else", async () => {
      const plug = given();
      const holder = await plug.addDeveloper();
      const other = await plug.addDeveloper();
      await plug.passLab(holder.id);
      const kept = { folder: join(plug.folder, "kept"), checksum: plug.checksum };
      expect((await run(holder.account, kept)).code).toBe(0);
      await plug.whileAway(async () => {
        expect(await run(holder.account, kept)).toMatchObject({
          code: 0,
          outputs: { outcome: "allow" },
        });
        const stranger = await run(other.account, kept);
        expect(stranger).toMatchObject({ code: 3, outputs: { outcome: "unknown" } });
        expect((await run(other.account, { ...kept, "when-away": "allow" })).code).toBe(0);
      });
      const nowhere = { url: nobody, checksum: plug.checksum };
      expect((await run(holder.account, nowhere)).code).toBe(3);
      expect((await run(other.account, { "when-away": "allow" })).code).toBe(1);
    });

    it("runs no program of another checksum, and without a token of the job asks nothing", async () => {
      const other = await run("1", { checksum: "0".repeat(64) });
      expect([other.code, other.log]).toEqual([
        1,
        expect.stringContaining("Nothing of it was run"),
      ]);
      const inputs = { url: given().url, gate };
      const without = await runAction(given(), { inputs });
      expect([without.code, without.summary]).toEqual([
        4,
        expect.stringContaining("id-token: write"),
      ]);
    });
  });
};
