import { type Client, createClient } from "@checkride/api/client";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Order } from "./command.ts";
import { findToken } from "./find-token.ts";
import { textOf } from "./option-values.ts";
import { complain, misuse, type Outcome } from "./outcome.ts";
import type { Shell } from "./shell.ts";
import { readLogin } from "./stored-login.ts";

export type Server = { readonly client: Client; readonly url: string };

const usualUrl = "http://127.0.0.1:7300";

const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

export const parseUrl = (text: string): URL | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && ["http:", "https:"].includes(url.protocol) && url.username === "" ? url : null;
};

const noToken = (url: string): Outcome =>
  complain("not-permitted", {
    code: "no-token",
    says: "This asks the server, which wants to know who asks: there is no access token.",
    wayOut: `Run "checkride login", or make one on ${url}/tokens and give it as CHECKRIDE_TOKEN, or in a file of mode 0600 with --token-file.`,
  });

/** Whether somebody said which server, or the usual one is meant. */
export const namesServer = (order: Order, shell: Shell): boolean =>
  textOf(order.values, "server") !== null || shell.environment.serverUrl !== null;

/** The address of the server that the command line or the environment names, without a slash at its end. */
export const serverAddress = (order: Order, shell: Shell): Result<string, Outcome> => {
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
  return ok(`${address.origin}${address.pathname}`.replace(/\/+$/, ""));
};

/** The access token for a server: given, or kept by `login`. Null: there is none. */
export const tokenFor = async (
  url: string,
  order: Order,
  shell: Shell,
): Promise<Result<string | null, Outcome>> => {
  const token = await findToken(textOf(order.values, "token-file"), shell.environment.token);
  return token.ok && token.value === null ? readLogin(shell.environment.configFolder, url) : token;
};

export const warnUnencrypted = (url: string, shell: Shell): void => {
  const { protocol, hostname, origin } = new URL(url);
  if (protocol !== "http:" || isLoopback(hostname)) return;
  shell.note(
    `Careful: ${origin} is not encrypted, so the access token can be read on the way. Use https.`,
  );
};

/** The client of the API for the server and the token that the command line and the environment name. */
export const reachServer = async (order: Order, shell: Shell): Promise<Result<Server, Outcome>> => {
  const address = serverAddress(order, shell);
  if (!address.ok) return address;
  const url = address.value;
  const token = await tokenFor(url, order, shell);
  if (!token.ok) return token;
  if (token.value === null) return fail(noToken(url));
  warnUnencrypted(url, shell);
  const headers = { authorization: `Bearer ${token.value}` };
  return ok({ url, client: createClient({ baseUrl: url, fetch: shell.fetch, headers }) });
};
