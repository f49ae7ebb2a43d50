import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { request } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { makeAdmission } from "@checkride/cli/admission/admit";
import { serveAdmission } from "@checkride/cli/admission/serve-admission";
import { plain } from "@checkride/cli/paint";
import { testEnvironment } from "@checkride/cli/test-shell";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { gate, type PlugServer, root, runProgram } from "./plug-server.ts";
import { askByShell } from "./shell-plug.ts";

const answered = z.object({
  apiVersion: z.literal("admission.k8s.io/v1"),
  kind: z.literal("AdmissionReview"),
  response: z.object({
    uid: z.string(),
    allowed: z.boolean(),
    status: z.object({ code: z.number(), message: z.string() }).optional(),
    warnings: z.array(z.string()).optional(),
  }),
});

const pipeline = "system:serviceaccount:ci:deployer";

/** As an API server of 1.34 sends it, with what matters here. */
const reviewOf = (username: string, annotations: object = {}, groups: readonly string[] = []) => ({
  apiVersion: "admission.k8s.io/v1",
  kind: "AdmissionReview",
  request: {
    uid: "705ab4f5-6393-11e8-b7cc-42010a800002",
    kind: { group: "apps", version: "v1", kind: "Deployment" },
    operation: "CREATE",
    userInfo: { username, groups: ["system:authenticated", ...groups] },
    namespace: "production",
    object: { metadata: { name: "shop", annotations } },
    dryRun: false,
  },
});

export const kubernetesPlug = (given: () => PlugServer): void => {
  describe("the admission of a cluster", () => {
    let certificate: string;
    let server: Awaited<ReturnType<typeof serveAdmission>>;
    let warning: Awaited<ReturnType<typeof serveAdmission>>;

    beforeAll(async () => {
      const { folder, url, token, issuer } = given();
      const [cert, key] = [join(folder, "tls.crt"), join(folder, "tls.key")];
      const names = "subjectAltName=DNS:checkride-admission.checkride.svc,IP:127.0.0.1";
      const made = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=a",
      ];
      const files = ["-keyout", key, "-out", cert, "-addext", names];
      expect((await runProgram("openssl", [...made, ...files], {})).code).toBe(0);
      certificate = await readFile(cert, "utf8");
      const shell = {
        environment: { ...testEnvironment, cacheFolder: join(folder, "cluster") },
        root,
        fetch,
        now: () => new Date(),
        wait: async () => undefined,
        readInput: async () => null,
        write: async () => undefined,
        note: () => undefined,
        progress: () => undefined,
        ask: null,
        paint: plain,
        untilStopped: async () => undefined,
        runServer: async () => 1,
      };
      const admit = makeAdmission(shell, {
        url,
        token,
        issuer,
        userPrefixes: ["oidc:"],
        pipelines: new Set([pipeline]),
        exemptUsers: new Set(["system:kube-scheduler"]),
        exemptGroups: new Set(["break-glass"]),
      });
      const place = {
        cert: certificate,
        key: await readFile(key, "utf8"),
        host: "127.0.0.1",
        port: 0,
      };
      server = await serveAdmission(admit, { ...place, warnOnly: false });
      warning = await serveAdmission(admit, { ...place, warnOnly: true });
    });
    afterAll(() => Promise.all([server.close(), warning.close()]));

    type Place = { readonly port: number };
    const send = (body: string, path = `/admit/${gate}`, { port }: Place = server) =>
      new Promise<{ status: number; body: string }>((resolve, reject) => {
        const options = { host: "127.0.0.1", port, path, method: "POST", ca: certificate };
        const sent = request(options, async (response) =>
          resolve({ status: response.statusCode ?? 0, body: await text(response) }),
        );
        sent.once("error", reject);
        sent.end(body);
      });
    const ask = async (review: object, to: Place = server) => {
      const { status, body } = await send(JSON.stringify(review), undefined, to);
      expect(status).toBe(200);
      return answered.parse(JSON.parse(body)).response;
    };

    it("is closed with the way out, and open once the lab is passed", async () => {
      const { id } = await given().addDeveloper();
      const user = `oidc:${await given().emailOf(id)}`;
      const refused = await ask(reviewOf(user));
      expect(refused).toMatchObject({
        uid: "705ab4f5-6393-11e8-b7cc-42010a800002",
        allowed: false,
        status: { code: 403 },
      });
      expect(refused.status?.message).toContain(given().labPage);
      expect(await ask(reviewOf(user), warning)).toMatchObject({
        allowed: true,
        warnings: expect.arrayContaining([given().labPage]),
      });
      await given().passLab(id);
      expect(await ask(reviewOf(user))).toEqual({ uid: refused.uid, allowed: true });
      await given().whileAway(async () => {
        expect((await ask(reviewOf(user))).allowed).toBe(true);
        expect((await ask(reviewOf("oidc:other@test.example"))).allowed).toBe(false);
      });
    });

    it("warns where the gate only warns", async () => {
      const { id } = await given().addDeveloper();
      await given().setMode("warn");
      const warned = await ask(reviewOf(`oidc:${await given().emailOf(id)}`));
      await given().setMode("enforce");
      expect([warned.allowed, warned.status]).toEqual([true, undefined]);
      expect(warned.warnings?.join()).toContain(given().labPage);
    });

    it("knows nobody by a name that its sign-on has not verified", async () => {
      const { id } = await given().addDeveloper();
      await given().passLab(id);
      const email = await given().emailOf(id);
      for (const user of [
        email,
        `OIDC:${email}`,
        `oidc: ${email}`,
        "oidc:",
        "system:admin",
        `x oidc:${email}`,
      ]) {
        expect([user, (await ask(reviewOf(user))).allowed]).toEqual([user, false]);
      }
      expect((await ask(reviewOf("system:kube-scheduler"))).allowed).toBe(true);
      expect((await ask(reviewOf("eve", {}, ["break-glass"]))).allowed).toBe(true);
    });

    it("takes a clearance from pipelines alone, for this gate, unchanged", async () => {
      const { id, account } = await given().addDeveloper();
      await given().passLab(id);
      const clearanceOf = async (of: string) => {
        const file = join(given().folder, "of a pipeline");
        const env = {
          CHECKRIDE_URL: given().url,
          CHECKRIDE_TOKEN: given().token,
          CHECKRIDE_ACCOUNT: `${given().github.host}/${account}`,
          CHECKRIDE_CLEARANCE_FILE: file,
        };
        expect((await askByShell(env, of)).code).toBe(0);
        return (await readFile(file, "utf8")).trim();
      };
      const good = await clearanceOf(gate);
      const by = async (user: string, clearance: unknown) =>
        (await ask(reviewOf(user, { "checkride.dev/clearance": clearance }))).allowed;
      expect(await by(pipeline, good)).toBe(true);
      expect(await by("system:serviceaccount:ci:other", good)).toBe(false);
      expect(await by(pipeline, await clearanceOf("model/keys"))).toBe(false);
      const bent = `${good.slice(0, -20)}${good.at(-20) === "A" ? "B" : "A"}${good.slice(-19)}`;
      for (const clearance of [bent, "", "a.b.c", 7, null, "x".repeat(70_000)]) {
        expect(await by(pipeline, clearance)).toBe(false);
      }
      await given().whileAway(async () => expect(await by(pipeline, good)).toBe(true));
    });

    it("runs as the manifest starts it, out of the one file, until it is stopped", async () => {
      const { folder, url, token } = given();
      const file = await readFile(join(root, "integrations/kubernetes/admission.yaml"), "utf8");
      const args = [...file.matchAll(/^ {12}- "?(-?-?[^{\s"][^\s"]*)"?$/gm)].map(([, arg = ""]) =>
        arg.replace("/tls/", `${folder}/`),
      );
      const program = join(folder, "web/cli/checkride.mjs");
      const here = ["--port=0", "--host=127.0.0.1"];
      const child = spawn(process.execPath, [program, ...args, ...here], {
        env: { CHECKRIDE_URL: url, CHECKRIDE_TOKEN: token, XDG_CACHE_HOME: folder },
        stdio: ["ignore", "ignore", "pipe"],
      });
      const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
      let said = "";
      for await (const chunk of child.stderr) {
        said += String(chunk);
        if (said.includes("\n")) break;
      }
      const port = Number(/port (\d+)/.exec(said)?.[1]);
      const masters = await ask(reviewOf("eve", {}, ["system:masters"]), { port });
      const nobody = await ask(reviewOf("eve"), { port });
      child.kill("SIGTERM");
      expect([args.length, masters.allowed, nobody.allowed]).toEqual([6, true, false]);
      expect(await ended).toBe(0);
    });

    it("says yes to nothing that is no review, however it looks", async () => {
      const whole = reviewOf("system:kube-scheduler");
      const bodies: [string, number][] = [
        ["", 400],
        ["null", 400],
        ["[]", 400],
        ["{", 400],
        [JSON.stringify({ ...whole, apiVersion: "admission.k8s.io/v1beta1" }), 400],
        [JSON.stringify({ ...whole, request: { uid: "1" } }), 400],
        [JSON.stringify({ ...whole, request: { uid: 1, userInfo: { username: ["x"] } } }), 400],
        [JSON.stringify({ ...whole, padding: "x".repeat(4_000_001) }), 413],
      ];
      for (const [body, status] of bodies) {
        const got = await send(body).catch(() => ({ status: 413, body: "" }));
        expect([body.slice(0, 40), got.status]).toEqual([body.slice(0, 40), status]);
        expect(got.body).not.toContain('"allowed":true');
      }
      expect((await send(JSON.stringify(whole), "/admit/../secret")).status).toBe(404);
    });

    it("has manifests that name the same port, path and certificate", async () => {
      const file = await readFile(join(root, "integrations/kubernetes/admission.yaml"), "utf8");
      const documents = parseAllDocuments(file).map((document) => document.toJSON());
      expect(parseAllDocuments(file).flatMap(({ errors }) => errors)).toEqual([]);
      const kinds = documents.map(
        (document) => z.object({ kind: z.string() }).parse(document).kind,
      );
      expect(kinds).toEqual([
        "Namespace",
        "Secret",
        "Service",
        "Deployment",
        "ValidatingWebhookConfiguration",
      ]);
      const hook = z
        .object({ webhooks: z.array(z.looseObject({ failurePolicy: z.literal("Fail") })) })
        .parse(documents.at(-1)).webhooks[0];
      expect(hook).toMatchObject({
        admissionReviewVersions: ["v1"],
        sideEffects: "None",
        timeoutSeconds: 5,
        clientConfig: { service: { name: "checkride-admission", path: `/admit/${gate}` } },
      });
    });
  });
};
