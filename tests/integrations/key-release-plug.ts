import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nobody, type PlugServer, root, runProgram } from "./plug-server.ts";
import { askByShell } from "./shell-plug.ts";
import { startTestVault } from "./test-vault.ts";

const gate = "model/keys";
const script = join(root, "integrations/key-release/release-key.sh");

export const keyReleasePlug = (given: () => PlugServer): void => {
  describe("the release of a key", () => {
    let vault: Awaited<ReturnType<typeof startTestVault>>;
    let clearances = 0;
    beforeAll(async () => {
      vault = await startTestVault({ url: given().url, name: given().issuer });
    });
    afterAll(() => vault.close());

    const askGate = async (account: string, of = gate) => {
      const file = join(given().folder, `clearance ${clearances++}`);
      const asked = await askByShell(
        {
          CHECKRIDE_URL: given().url,
          CHECKRIDE_TOKEN: given().token,
          CHECKRIDE_ACCOUNT: `${given().github.host}/${account}`,
          CHECKRIDE_CLEARANCE_FILE: file,
        },
        of,
      );
      return { ...asked, file };
    };
    /** The program that is handed the key shows its length, never the key. */
    const release = (file: string, more: Record<string, string> = {}) => {
      const env = {
        CHECKRIDE_CLEARANCE_FILE: file,
        VAULT_ADDR: vault.url,
        VAULT_ROLE: "model-key",
        VAULT_KEY: "secret/data/models/signing",
        ...more,
      };
      const program = 'printf "%s" "$' + '{#RELEASED_KEY}"';
      return runProgram("dash", [script, "sh", "-c", program], env);
    };
    const written = async (token: string): Promise<string> => {
      const file = join(given().folder, `clearance ${clearances++}`);
      await writeFile(file, token);
      return file;
    };

    it("hands the key to the program of whoever may pass, and to nobody else", async () => {
      const { id, account } = await given().addDeveloper();
      const refused = await askGate(account);
      expect([refused.code, refused.out]).toEqual([1, expect.stringContaining(given().labPage)]);
      expect((await release(refused.file)).code).toBe(1);
      await given().passLab(id);
      const { file } = await askGate(account);
      expect(await release(file)).toEqual({ code: 0, out: String(vault.state.key.length) });
      const nowhere = await release(file, { VAULT_KEY: "secret/data/other" });
      expect([nowhere.code, nowhere.out]).toEqual([1, expect.not.stringContaining("horse")]);
      expect((await release(file, { VAULT_ADDR: nobody })).code).toBe(3);
      expect((await release(file, { VAULT_ROLE: "admin" })).code).toBe(1);
    });

    it("believes no clearance of another gate, time, key or mode", async () => {
      const { id, account } = await given().addDeveloper();
      await given().passLab(id);
      const other = await askGate(account, "deploy/production");
      expect(other.code).toBe(0);
      expect((await release(other.file)).out).toContain("does not believe");
      const { privateKey } = await generateKeyPair("RS256");
      const claims = { outcome: "allow", mode: "enforce", sub: id };
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", typ: "clearance+jwt", kid: "1" })
        .setIssuer(given().issuer)
        .setAudience(gate)
        .setExpirationTime("10m")
        .sign(privateKey);
      expect((await release(await written(forged))).code).toBe(1);
      expect((await release(await written('", "role": "x'))).code).toBe(1);
      const good = await askGate(account);
      vault.state.now = () => new Date(Date.now() + 2 * 3_600_000);
      expect((await release(good.file)).code).toBe(1);
      vault.state.now = () => new Date();
      await given().setMode("warn");
      const warned = await askGate(account);
      await given().setMode("enforce");
      expect(warned.code).toBe(0);
      expect((await release(warned.file)).out).toContain("bound claim");
    });
  });
};
