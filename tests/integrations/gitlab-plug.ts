import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { gate, nobody, type PlugServer, root, runProgram } from "./plug-server.ts";

const template = z.object({
  ".checkride-gate": z.object({
    variables: z.record(z.string(), z.string()),
    id_tokens: z.object({ CHECKRIDE_ID_TOKEN: z.object({ aud: z.literal("$CHECKRIDE_URL") }) }),
    script: z.tuple([z.string()]),
  }),
});

export const gitlabPlug = (given: () => PlugServer): void => {
  describe("the GitLab CI template", () => {
    let jobs = 0;
    /** As a runner does it: the template's variables, those of the job and of the forge, then the script. */
    const run = async (
      user: string,
      own: Record<string, string> = {},
      folder = `job ${jobs++}`,
    ) => {
      const plug = given();
      const text = await readFile(
        join(root, "integrations/gitlab/checkride.gitlab-ci.yml"),
        "utf8",
      );
      const { ".checkride-gate": job } = template.parse(parse(text));
      const cwd = join(plug.folder, folder);
      await mkdir(cwd, { recursive: true });
      const variables = { ...job.variables, CHECKRIDE_URL: plug.url, CHECKRIDE_GATE: gate, ...own };
      const [script] = job.script;
      const token = await plug.gitlab.sign({ aud: plug.url, user_id: user });
      const env = { ...variables, CHECKRIDE_ID_TOKEN: token };
      return runProgram("bash", ["-eo", "pipefail", "-c", script], env, { cwd });
    };

    it("stops with the way out in the log, and goes on once the lab is passed", async () => {
      const { id, account } = await given().addDeveloper();
      const refused = await run(account);
      expect([refused.code, refused.out]).toEqual([1, expect.stringContaining(given().labPage)]);
      await given().passLab(id);
      const checksum = { CHECKRIDE_CHECKSUM: given().checksum };
      expect((await run(account, checksum)).code).toBe(0);
      const wrong = await run(account, { CHECKRIDE_CHECKSUM: "0".repeat(64) });
      expect([wrong.code, wrong.out]).toEqual([
        2,
        expect.stringContaining("Nothing of it was run"),
      ]);
    });

    it("asks about the user that GitLab signs, whatever variables and commits say", async () => {
      const holder = await given().addDeveloper();
      const other = await given().addDeveloper();
      await given().passLab(holder.id);
      const email = await given().emailOf(holder.id);
      const forged = {
        CHECKRIDE_TOKEN: given().token,
        GITLAB_USER_ID: holder.account,
        GITLAB_USER_EMAIL: email,
        CI_COMMIT_AUTHOR: `Somebody <${email}>`,
      };
      expect((await run(other.account, forged)).code).toBe(1);
    });

    it("answers from what its folder keeps while the server is away, else by the job's rule", async () => {
      const { id, account } = await given().addDeveloper();
      await given().passLab(id);
      const kept = { CHECKRIDE_CHECKSUM: given().checksum };
      expect((await run(account, kept, "kept")).code).toBe(0);
      await given().whileAway(async () => {
        expect((await run(account, kept, "kept")).code).toBe(0);
        expect((await run("99", kept, "kept")).code).toBe(3);
      });
      expect((await run(account, { CHECKRIDE_URL: nobody })).code).toBe(3);
      const on = { CHECKRIDE_URL: nobody, CHECKRIDE_WHEN_AWAY: "allow" };
      expect((await run(account, on)).code).toBe(0);
    });
  });
};
