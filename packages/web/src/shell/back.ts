/** Where to go after signing in: only a path of this very site, never an address somebody slipped in. */
export const safeBack = (back: string | undefined): string =>
  back !== undefined && /^\/(?![/\\])/.test(back) && !back.startsWith("/sign-in") ? back : "/";
