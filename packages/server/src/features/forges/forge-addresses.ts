import type { ForgeKind } from "../../platform/gate-tables.ts";

/** Where a forge asks who somebody is; RFC 6749 with PKCE (RFC 7636) at both kinds. */
export const addressesOf = (kind: ForgeKind, url: string) => {
  if (kind === "gitlab") {
    return {
      authorize: `${url}/oauth/authorize`,
      token: `${url}/oauth/token`,
      user: `${url}/api/v4/user`,
      scope: "read_user",
    };
  }
  // The hosted GitHub has its API on a host of its own; a GitHub Enterprise Server under its own address.
  const api = url === "https://github.com" ? "https://api.github.com" : `${url}/api/v3`;
  return {
    authorize: `${url}/login/oauth/authorize`,
    token: `${url}/login/oauth/access_token`,
    user: `${api}/user`,
    // What is public is enough.
    scope: null,
  };
};

export const hostedUrls = { github: "https://github.com", gitlab: "https://gitlab.com" } as const;

export const callbackOf = (origin: string, forge: string): string =>
  `${origin}/api/forges/${forge}/callback`;
