import type { Problem } from "@checkride/api/problems";
import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { client } from "../query.ts";
import { deviceProblem } from "./device-problem.ts";
import { isCreationOptions, isRequestOptions } from "./passkey-options.ts";

type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: Problem | null };

const isAborted = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === "AbortError" || ("code" in error && error.code === "ERROR_CEREMONY_ABORTED"));

/** Ended by the page itself, for example because another way was chosen: nothing to tell. */
const refused = (error: unknown): Outcome => ({
  ok: false,
  problem: isAborted(error) ? null : deviceProblem(error),
});

/** `autofill` waits silently in the list that the browser opens under the e-mail field. */
export const signInWithPasskey = async (autofill: boolean): Promise<Outcome> => {
  const begun = await client("POST /api/session/passkey/options", {});
  if (!begun.ok) return begun;
  const { challenge, options } = begun.value;
  if (!isRequestOptions(options)) return refused(null);
  try {
    const response = await startAuthentication({
      optionsJSON: options,
      useBrowserAutofill: autofill,
    });
    return await client("POST /api/session/passkey", {
      body: { challenge, response: { ...response } },
    });
  } catch (error) {
    return refused(error);
  }
};

export const addPasskey = async (name: string): Promise<Outcome> => {
  const begun = await client("POST /api/account/passkeys/options", {});
  if (!begun.ok) return begun;
  const { challenge, options } = begun.value;
  if (!isCreationOptions(options)) return refused(null);
  try {
    const response = await startRegistration({ optionsJSON: options });
    return await client("POST /api/account/passkeys", {
      body: { challenge, name, response: { ...response } },
    });
  } catch (error) {
    return refused(error);
  }
};
