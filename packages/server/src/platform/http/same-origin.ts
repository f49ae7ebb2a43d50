/**
 * Whether a request that changes something may use the cookie it carries. Browsers state where such a
 * request comes from in `Origin` or `Sec-Fetch-Site`; a client that states neither is no browser and
 * carries no cookie of ours by accident, but then it must not be trusted with one either.
 */
export const isFromOurPages = (headers: Headers, ownOrigin: string): boolean => {
  const origin = headers.get("origin");
  if (origin) return origin === ownOrigin;
  const site = headers.get("sec-fetch-site");
  return site === "same-origin";
};

/**
 * A program that shows nothing of anybody: every browser says from where a change comes, so no page can make one
 * send this.
 */
export const isBareProgram = (headers: Headers): boolean =>
  ["origin", "sec-fetch-site", "cookie"].every((name) => !headers.has(name));
