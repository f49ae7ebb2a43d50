import { fail, ok, type Result } from "@checkride/rules/result";
import { openClearance } from "@checkride/verifier/open-clearance";
import { readKeySet } from "@checkride/verifier/read-key-set";
import { tokenBytesMax } from "@checkride/verifier/read-token";
import { verifyClearance } from "@checkride/verifier/verify-clearance";
import type { Order } from "../command.ts";
import { fetchKeySet } from "../fetch-key-set.ts";
import { textOf } from "../option-values.ts";
import { answerNo, complain, misuse, type Outcome } from "../outcome.ts";
import { readTextFile } from "../read-text-file.ts";
import type { Shell } from "../shell.ts";
import { openOutcome } from "./gate-outcome.ts";

type KeySet = Extract<ReturnType<typeof readKeySet>, { readonly ok: true }>["value"];

const bytesMax = 1_000_000;

/** A file, or `-` for what is piped in. */
export const readGiven = async (path: string, shell: Shell): Promise<Result<string, Outcome>> => {
  if (path !== "-") return readTextFile(path, bytesMax);
  const bytes = await shell.readInput(bytesMax);
  return bytes && bytes.length > 0
    ? ok(new TextDecoder().decode(bytes))
    : fail(misuse("Nothing that could be read is piped in."));
};

export type Trusted = {
  readonly keys: KeySet;
  /** Null: whoever the holder of these keys says to be. */
  readonly issuer: string | null;
};

/** The keys of a file, or those that the server publishes. */
export const trustedKeys = async (
  order: Order,
  shell: Shell,
  url: string,
  signal: AbortSignal,
): Promise<Result<KeySet, Outcome>> => {
  const file = textOf(order.values, "keys");
  if (file === null) {
    const fetched = await fetchKeySet(shell, url, signal);
    return fetched.ok
      ? ok(fetched.value.set)
      : fail(
          complain("not-reached", {
            code: "not-reached",
            says: fetched.error,
            wayOut: "Give the issuer's keys in a file with --keys to go on without the server.",
          }),
        );
  }
  const text = await readTextFile(file, bytesMax);
  if (!text.ok) return text;
  const set = readKeySet(text.value);
  return set.ok ? ok(set.value) : fail(misuse(`--keys ${file}: ${set.error.says}.`));
};

/** Whether a clearance that somebody hands over opens this gate now. */
export const checkGiven = async (
  shell: Shell,
  gate: string,
  text: string,
  { keys, issuer }: Trusted,
): Promise<Outcome> => {
  const token = text.trim();
  const no = (says: string): Outcome =>
    answerNo(
      [`${shell.paint("red", "closed")}  ${gate}: this clearance is not believed, ${says}`],
      {
        gate,
        outcome: "deny",
        source: "given",
        says,
      },
    );
  if (token.length > tokenBytesMax) return no("it is too large");
  const now = shell.now();
  const opened = await openClearance(token, { keys, issuer, now });
  if (!opened.ok) return no(opened.error.says);
  const { value: clearance } = opened;
  if (clearance.gate !== gate) return no(`it is for the gate ${clearance.gate}`);
  const verified = await verifyClearance(token, keys, { issuer: clearance.issuer, gate, now });
  return verified.ok
    ? openOutcome({ gate, clearance, source: "given", decision: null }, shell.paint)
    : no(verified.error);
};
