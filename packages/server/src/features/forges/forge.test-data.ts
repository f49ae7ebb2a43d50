import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { ForgeKind } from "../../platform/gate-tables.ts";
import { json, makeOauth } from "./oauth.test-data.ts";
import { type ClaimChange, usualClaims } from "./pipeline-claims.test-data.ts";

export const makeKey = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" };
  return { kid, privateKey, publicJwk };
};

type Key = Awaited<ReturnType<typeof makeKey>>;

/** Where the real ones have them. */
export const forgePaths = {
  github: {
    keys: "/.well-known/jwks",
    authorize: "/login/oauth/authorize",
    token: "/login/oauth/access_token",
    user: "/api/v3/user",
  },
  gitlab: {
    keys: "/oauth/discovery/keys",
    authorize: "/oauth/authorize",
    token: "/oauth/token",
    user: "/api/v4/user",
  },
} as const;

export const discoveryPath = "/.well-known/openid-configuration";

type Serve = (request: IncomingMessage, answer: ServerResponse) => Promise<void> | void;

const listen = async (serve: Serve) => {
  const server = createServer((request, answer) => void serve(request, answer));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const close = () =>
    new Promise<void>((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    });
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`, close };
};

/** A forge on loopback that speaks the paths and the claims of the real ones. */
export const startForge = async (kind: ForgeKind, now: () => Date) => {
  const at = forgePaths[kind];
  const oauth = makeOauth(kind);
  const state = { keys: [await makeKey("key-1")], account: 4711 };
  /** Paths that were asked for. */
  const seen: string[] = [];
  /** What is answered instead. */
  const lies = new Map<string, Serve>();
  const serve: Serve = (request, answer) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    seen.push(pathname);
    const lie = lies.get(pathname);
    if (lie) return lie(request, answer);
    if (pathname === discoveryPath) {
      return json(answer, { issuer: url, jwks_uri: url + at.keys });
    }
    if (pathname === at.keys) {
      return json(answer, { keys: state.keys.map(({ publicJwk }) => publicJwk) });
    }
    if (pathname === at.authorize) return oauth.authorize(searchParams, answer, state.account);
    if (pathname === at.token) return oauth.grant(request, answer);
    if (pathname === at.user) return oauth.showUser(request, answer);
    return json(answer, { message: "Not Found" }, 404);
  };
  const { url, close } = await listen(serve);
  return {
    url,
    host: new URL(url).host,
    seen,
    lies,
    state,
    close,
    usual: () => usualClaims(kind, url, now()),
    /** A pipeline's token with some claims changed; `undefined` leaves one out. */
    sign: async (change: ClaimChange = {}, header: ClaimChange = {}, key?: Key) => {
      const by = key ?? state.keys[0];
      if (!by) throw new Error("the forge has no key");
      const claims = Object.entries({ ...usualClaims(kind, url, now()), ...change });
      return new SignJWT(Object.fromEntries(claims.filter(([, value]) => value !== undefined)))
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: by.kid, ...header })
        .sign(by.privateKey);
    },
  };
};

export type TestForge = Awaited<ReturnType<typeof startForge>>;
