import { createClient } from "@checkride/api/client";
import { explainProblem } from "../explain-problem.ts";
import type { Outcome } from "../outcome.ts";
import type { Shell } from "../shell.ts";
import { disproved, notReached, proved } from "./verified.ts";

const wayOut =
  "Without a server verify its JWT form: the same certificate as credential.jwt, or as a picture.";

type Asked = { readonly url: string; readonly signal: AbortSignal; readonly offline: boolean };

/**
 * The JSON form is signed over a graph, which takes a library of its own: the server that the caller believes
 * checks it. Its word is as good as the connection to it, so the answer names it.
 */
export const askServer = async (
  text: string,
  shell: Shell,
  { url, signal, offline }: Asked,
): Promise<Outcome> => {
  if (offline)
    return notReached("The JSON form of a certificate is checked by the server.", wayOut);
  const client = createClient({ baseUrl: url, fetch: shell.fetch });
  try {
    const answer = await client("POST /api/certificate-checks", { body: { text }, signal });
    if (!answer.ok && answer.problem.status === 0) {
      return notReached(`${url} does not answer: ${answer.problem.detail}`, wayOut);
    }
    if (!answer.ok) return explainProblem(answer.problem, url);
    const { valid, says, code } = answer.value;
    const facts = { kind: "certificate", checkedBy: url, code: code ?? null };
    return valid === true
      ? proved(`${says} (checked by ${url})`, facts, shell.paint)
      : disproved(`${says} (checked by ${url})`, facts, shell.paint);
  } catch (error) {
    if (signal.aborted) return notReached(`${url} does not answer in time.`, wayOut);
    throw error;
  }
};
