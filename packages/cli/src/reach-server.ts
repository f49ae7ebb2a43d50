import { type Client, createClient } from "@checkride/api/client";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Order } from "./command.ts";
import { findToken } from "./find-token.ts";
import { textOf } from "./option-values.ts";
import { complain, misuse, type Outcome } from "./outcome.ts";
import type { Shell } from "./shell.ts";

export type Server = { readonly client: Client; readonly url: string };

const usualUrl = "http://127.0.0.1:7300";

const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

const parseUrl = (text: string): URL | null => {
  const url = URL.parse(text);
  return url && ["http:", "https:"].includes(url.protocol) && url.username === "" ? url : null;
};

const noToken = (url: string): Outcome =>
  complain("not-permitted", {
    code: "no-token",
    says: "This asks the server, which wants to know who asks: there is no access token.",
    wayOut: `Make one on ${url}/tokens. Give it as CHECKRIDE_TOKEN, or in a file of mode 0600 with --token-file.`,
  });

/** The client of the API for the server and the token that the command line and the environment name. */
export const reachServer = async (order: Order, shell: Shell): Promise<Result<Server, Outcome>> => {
  const given = textOf(order.values, "server");
  const text = given ?? shell.environment.serverUrl ?? usualUrl;
  const address = parseUrl(text);
  if (!address) {
    return fail(
      misuse(
        `${given ? "--server" : "CHECKRIDE_URL"} is no address of a server: ${JSON.stringify(text)}.`,
        `Write it as ${usualUrl} or https://checkride.example.com.`,
      ),
    );
  }
  const token = await findToken(textOf(order.values, "token-file"), shell.environment.token);
  if (!token.ok) return token;
  const url = `${address.origin}${address.pathname}`.replace(/\/+$/, "");
  if (token.value === null) return fail(noToken(url));
  if (address.protocol === "http:" && !isLoopback(address.hostname)) {
    shell.note(
      `Careful: ${address.origin} is not encrypted, so the access token can be read on the way. Use https.`,
    );
  }
  const headers = { authorization: `Bearer ${token.value}` };
  return ok({ url, client: createClient({ baseUrl: url, fetch: shell.fetch, headers }) });
};
