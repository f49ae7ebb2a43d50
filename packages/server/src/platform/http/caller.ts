type Connection = { readonly incoming: { readonly socket: { readonly remoteAddress?: string } } };

const isConnection = (env: unknown): env is Connection =>
  typeof env === "object" && env !== null && "incoming" in env;

/**
 * Who is at the other end. Only as many entries of `X-Forwarded-For` are believed as there are proxies of
 * ours in front, counted from the right: what stands further left anybody can write.
 */
export const ipOf = (headers: Headers, env: unknown, proxies: number): string => {
  const direct = isConnection(env) ? (env.incoming.socket.remoteAddress ?? "") : "";
  if (proxies === 0) return direct;
  const chain = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return chain.at(-proxies) ?? direct;
};
