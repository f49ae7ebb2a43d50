import { fail, ok, type Result } from "@checkride/rules/result";
import { readKeySet } from "@checkride/verifier/read-key-set";
import { fetchText } from "./fetch-text.ts";
import type { Shell } from "./shell.ts";

type KeySet = Extract<ReturnType<typeof readKeySet>, { readonly ok: true }>["value"];

const keySetBytesMax = 1_000_000;

/** The keys that a server publishes, as text to keep and as keys to verify with. */
export const fetchKeySet = async (
  shell: Shell,
  url: string,
  signal: AbortSignal,
): Promise<Result<{ readonly text: string; readonly set: KeySet }, string>> => {
  const address = `${url}/.well-known/jwks.json`;
  const text = await fetchText(shell, address, { signal, bytesMax: keySetBytesMax });
  if (!text.ok) return text;
  const set = readKeySet(text.value);
  return set.ok
    ? ok({ text: text.value, set: set.value })
    : fail(`${address} has no keys to verify with: ${set.error.says}.`);
};
