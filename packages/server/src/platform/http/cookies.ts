export const readCookies = (headers: Headers): ReadonlyMap<string, string> => {
  const cookies = new Map<string, string>();
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const cut = part.indexOf("=");
    if (cut > 0) cookies.set(part.slice(0, cut).trim(), part.slice(cut + 1).trim());
  }
  return cookies;
};

/**
 * `Secure` everywhere but on plain http to a host that is not this machine, where a browser would drop
 * the cookie: then nobody could sign in at all, and the start says so.
 */
export const isSecureOrigin = (origin: string): boolean => {
  const url = new URL(origin);
  return url.protocol === "https:" || url.hostname === "localhost";
};

export const writeCookie = (
  name: string,
  value: string,
  maxAgeSeconds: number,
  origin: string,
): string =>
  [
    `${name}=${value}`,
    "Path=/",
    `Max-Age=${maxAgeSeconds}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(isSecureOrigin(origin) ? ["Secure"] : []),
  ].join("; ");
