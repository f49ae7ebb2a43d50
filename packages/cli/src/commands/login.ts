import { hostname, userInfo } from "node:os";
import { createClient } from "@checkride/api/client";
import type { Right } from "@checkride/rules/rights";
import type { Ended, Order, RunCommand } from "../command.ts";
import { explainProblem } from "../explain-problem.ts";
import { isGiven } from "../option-values.ts";
import { answerNo, done, misuse } from "../outcome.ts";
import { serverAddress, warnUnencrypted } from "../reach-server.ts";
import { reasonOf } from "../read-text-file.ts";
import type { Shell } from "../shell.ts";
import { endLogin, keepLogin, readLogin } from "../stored-login.ts";

/** What `gate` about oneself and `whoami` need, and no more. */
const usualRights: readonly Right[] = ["standing:own"];

/** Which rights there are is the server's to say; it names those that it does not know. */
const isNamed = (name: string): name is Right => name !== "";

const clientOf = (url: string, shell: Shell, headers: Readonly<Record<string, string>> = {}) =>
  createClient({ baseUrl: url, fetch: shell.fetch, headers });

const keepToken = async (url: string, token: string, shell: Shell): Promise<Ended> => {
  try {
    const file = await keepLogin(shell.environment.configFolder, url, token);
    return done([`Logged in to ${url}. The token is kept in ${file}, for you only.`], {
      server: url,
      file,
    });
  } catch (error) {
    return misuse(
      `The token could not be kept: ${reasonOf(error)}.`,
      "Nothing was kept. End the token on the page Access tokens.",
    );
  }
};

const begin = async (url: string, rights: readonly Right[], shell: Shell): Promise<Ended> => {
  const client = clientOf(url, shell);
  const device = `${userInfo().username} on ${hostname()}`.slice(0, 200);
  const begun = await client("POST /api/device-logins", { body: { device, rights: [...rights] } });
  if (!begun.ok) return explainProblem(begun.problem, url);
  const { code, secret, page, expiresAt, pollSeconds } = begun.value;
  shell.note(`Open ${page}`);
  shell.note(
    `and compare the code: ${shell.paint("bold", code)}. It waits until ${expiresAt.slice(11, 16)} UTC.`,
  );
  while (shell.now().toISOString() < expiresAt) {
    await shell.wait(Math.max(1, pollSeconds) * 1000);
    const asked = await client("POST /api/device-logins/token", { body: { secret } });
    if (!asked.ok && asked.problem.status !== 0) return explainProblem(asked.problem, url);
    // A network that is away for a moment is no reason to begin again.
    if (!asked.ok) continue;
    const { state, token } = asked.value;
    if (state === "refused") return answerNo(["The login was refused."], { server: url });
    if (token !== null) return keepToken(url, token, shell);
  }
  return answerNo([`Nobody confirmed the code ${code} in time.`], { server: url });
};

const end = async (url: string, shell: Shell): Promise<Ended> => {
  const { configFolder } = shell.environment;
  const kept = await readLogin(configFolder, url);
  if (!kept.ok) return kept.error;
  if (kept.value === null) return done([`Nobody is logged in to ${url} here.`], { server: url });
  const client = clientOf(url, shell, { authorization: `Bearer ${kept.value}` });
  const ended = await client("DELETE /api/me/token", {});
  // One that the server does not know any more has ended already.
  if (!ended.ok && ended.problem.code !== "token-not-valid") {
    return explainProblem(ended.problem, url);
  }
  await endLogin(configFolder, url);
  return done([`Logged out of ${url}. The token has ended.`], { server: url });
};

export const login: RunCommand = async (order: Order, shell: Shell) => {
  const address = serverAddress(order, shell);
  if (!address.ok) return address.error;
  warnUnencrypted(address.value, shell);
  if (isGiven(order.values, "end")) return end(address.value, shell);
  const wished = (order.values.get("right") ?? []).filter(isNamed);
  const rights = [...new Set([...usualRights, ...wished])];
  return begin(address.value, rights, shell);
};
