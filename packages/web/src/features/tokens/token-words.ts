type Lasting = { readonly expiresAt: string };

const warnMs = 14 * 86_400_000;

export const hasEnded = ({ expiresAt }: Lasting, now: string): boolean =>
  Date.parse(expiresAt) <= Date.parse(now);

export const endsSoon = (token: Lasting, now: string): boolean =>
  !hasEnded(token, now) && Date.parse(token.expiresAt) - Date.parse(now) < warnMs;

/** How many doors are open by token, and whether one is about to close. */
export const tokensSentence = (tokens: readonly Lasting[], now: string): string => {
  const alive = tokens.filter((token) => !hasEnded(token, now));
  if (alive.length === 0) return "No access token is in use.";
  const soon = alive.filter((token) => endsSoon(token, now)).length;
  const all = alive.length === 1 ? "1 access token works" : `${alive.length} access tokens work`;
  if (soon === 0) return `${all}.`;
  return `${all}; ${soon} ${soon === 1 ? "ends" : "end"} within two weeks.`;
};
