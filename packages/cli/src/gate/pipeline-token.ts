import { readToken } from "@checkride/verifier/read-token";
import type { Shell } from "../shell.ts";

export type Asked = { readonly url: string; readonly signal: AbortSignal };

/** GitHub Actions hands a job its token on request, made out to whom it is for. */
const requestIdToken = async (
  from: { readonly url: string; readonly token: string },
  shell: Shell,
  { url, signal }: Asked,
): Promise<string | null> => {
  if (!URL.canParse(from.url)) return null;
  const address = new URL(from.url);
  address.searchParams.set("audience", url);
  try {
    const headers = { authorization: `Bearer ${from.token}` };
    const answer = await shell.fetch(address, { headers, signal });
    const body: unknown = answer.ok ? await answer.json() : null;
    const given = typeof body === "object" && body !== null && "value" in body ? body.value : null;
    return typeof given === "string" ? given : null;
  } catch {
    return null;
  }
};

/** What the forge says of this job, signed; null: it says nothing. */
export const pipelineToken = async (shell: Shell, asked: Asked): Promise<string | null> => {
  const { idToken, idTokenFrom } = shell.environment;
  return idToken ?? (idTokenFrom && requestIdToken(idTokenFrom, shell, asked));
};

/** A job's token is new each time, who runs the job is not. Nothing is believed by this: the server checks it. */
export const pipelineName = (idToken: string): string | null => {
  const read = readToken(idToken);
  if (!read.ok) return null;
  const { iss, sub, actor_id: actor, user_id: user } = read.value.claims;
  return JSON.stringify([iss, sub, actor ?? user]);
};
