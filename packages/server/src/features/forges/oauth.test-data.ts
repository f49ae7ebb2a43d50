import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ForgeKind } from "../../platform/gate-tables.ts";

export const json = (answer: ServerResponse, body: object, status = 200): void => {
  answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
};

type Granted = { readonly challenge: string; readonly redirect: string; readonly account: number };

const isSha256Of = (challenge: string, verifier: string): boolean =>
  challenge === createHash("sha256").update(verifier).digest("base64url");

/** Authorization code with PKCE (RFC 6749, RFC 7636); the client is "client" with "the secret". */
export const makeOauth = (kind: ForgeKind) => {
  const codes = new Map<string, Granted>();
  const tokens = new Map<string, number>();
  const isRight = (form: URLSearchParams, code: Granted | undefined): code is Granted =>
    code !== undefined &&
    isSha256Of(code.challenge, form.get("code_verifier") ?? "") &&
    code.redirect === form.get("redirect_uri") &&
    form.get("client_id") === "client" &&
    form.get("client_secret") === "the secret";
  return {
    authorize: (query: URLSearchParams, answer: ServerResponse, account: number): void => {
      const code = randomUUID();
      const redirect = query.get("redirect_uri") ?? "";
      codes.set(code, { challenge: query.get("code_challenge") ?? "", redirect, account });
      const back = new URLSearchParams({ code, state: query.get("state") ?? "" });
      answer.writeHead(302, { location: `${redirect}?${back}` }).end();
    },
    grant: async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
      const form = await readForm(request);
      const code = codes.get(form.get("code") ?? "");
      codes.delete(form.get("code") ?? "");
      // GitHub refuses with status 200.
      if (!isRight(form, code)) {
        return json(answer, { error: "bad_verification_code" }, kind === "github" ? 200 : 400);
      }
      const token = randomUUID();
      tokens.set(token, code.account);
      json(answer, { access_token: token, token_type: "bearer", scope: "" });
    },
    showUser: (request: IncomingMessage, answer: ServerResponse): void => {
      const id = tokens.get((request.headers.authorization ?? "").replace("Bearer ", ""));
      const name = kind === "github" ? { login: `octo-${id}` } : { username: `g-${id}` };
      if (id === undefined) json(answer, { message: "Bad credentials" }, 401);
      else json(answer, { id, ...name });
    },
  };
};
