import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { root } from "./plug-server.ts";

const roleFile = z.object({
  role_type: z.literal("jwt"),
  user_claim: z.string(),
  bound_audiences: z.array(z.string()),
  bound_claims: z.record(z.string(), z.string()),
  clock_skew_leeway: z.number(),
  expiration_leeway: z.number(),
  not_before_leeway: z.number(),
  token_policies: z.array(z.string()),
  token_num_uses: z.number(),
});

const login = z.object({ role: z.string(), jwt: z.string() });

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};
const refuse = (response: ServerResponse, status: number, says: string): void =>
  send(response, status, { errors: [says] });

/**
 * Stands in for Vault's JWT auth method, by its documentation: keys of `jwks_url`, `bound_issuer`, the algorithms allowed,
 * one of `bound_audiences`, every one of `bound_claims`, a text as `user_claim`, the leeways of the role.
 */
export const startTestVault = async (issuer: { readonly url: string; readonly name: string }) => {
  const file = join(root, "integrations/key-release/role.json");
  const role = roleFile.parse(JSON.parse(await readFile(file, "utf8")));
  const policy = await readFile(join(root, "integrations/key-release/policy.hcl"), "utf8");
  const readable = /path "([^"]+)" \{\s*capabilities = \["read"\]\s*\}/.exec(policy)?.[1];
  const keys = createRemoteJWKSet(new URL("/.well-known/jwks.json", issuer.url));
  const uses = new Map<string, number>();
  const state = { now: () => new Date(), key: "correct horse" };
  const boundTo = (claims: JWTPayload): boolean =>
    Object.entries(role.bound_claims).every(([name, value]) => claims[name] === value);

  const logIn = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = login.safeParse(JSON.parse(await text(request)));
    if (!asked.success) return refuse(response, 400, "missing role or jwt");
    if (asked.data.role !== "model-key") return refuse(response, 400, "role could not be found");
    try {
      const { payload } = await jwtVerify(asked.data.jwt, keys, {
        issuer: issuer.name,
        audience: [...role.bound_audiences],
        algorithms: ["RS256"],
        clockTolerance: Math.max(role.expiration_leeway, role.not_before_leeway),
        currentDate: state.now(),
      });
      if (!boundTo(payload))
        return refuse(response, 400, "claim does not match any associated bound claim values");
      if (typeof payload[role.user_claim] !== "string")
        return refuse(response, 400, "claim not found");
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      return refuse(response, 400, `error validating token: ${error.message}`);
    }
    const token = `hvs.${randomUUID()}`;
    uses.set(token, role.token_num_uses);
    return send(response, 200, { auth: { client_token: token, policies: role.token_policies } });
  };

  const read = (path: string, request: IncomingMessage, response: ServerResponse): void => {
    const token = String(request.headers["x-vault-token"]);
    const left = uses.get(token) ?? 0;
    uses.set(token, left - 1);
    if (left < 1 || path !== readable) refuse(response, 403, "permission denied");
    else send(response, 200, { data: { data: { key: state.key }, metadata: { version: 1 } } });
  };

  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").replace(/^\/v1\//, "");
    if (request.method === "POST" && path === "auth/checkride/login")
      return logIn(request, response);
    return read(path, request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  return { url, state, close: () => server.close() };
};
