import { openClearance } from "@checkride/verifier/open-clearance";
import { readKeySet } from "@checkride/verifier/read-key-set";
import { verifyClearance } from "@checkride/verifier/verify-clearance";
import type { Outcome } from "../outcome.ts";
import type { Shell } from "../shell.ts";
import type { Kept } from "./gate-cache.ts";
import { noAnswer, openOutcome, otherwiseOutcome } from "./gate-outcome.ts";

/** The answer of a gate while nobody can be asked: from the last clearance, whose every byte is checked anew. */
export const answerKept = async (
  shell: Shell,
  gate: string,
  kept: Kept | null,
  why: string,
): Promise<Outcome> => {
  if (!kept) return noAnswer(gate, why);
  const { issuer, clearance } = kept;
  const keys = readKeySet(kept.keys);
  if (!keys.ok) return noAnswer(gate, `${why} The kept keys are damaged: ${keys.error.says}.`);
  const now = shell.now();
  const opened = await openClearance(clearance, { keys: keys.value, issuer, now });
  if (!opened.ok || opened.value.gate !== gate) {
    const fault = opened.ok ? "it is for another gate" : opened.error.says;
    return noAnswer(gate, `${why} The kept clearance is not believed: ${fault}.`);
  }
  const { value: opens } = opened;
  if (opens.hasExpired) {
    shell.note(why);
    return otherwiseOutcome(gate, opens, shell.paint);
  }
  const verified = await verifyClearance(clearance, keys.value, { issuer, gate, now });
  if (!verified.ok) return noAnswer(gate, `${why} The kept clearance: ${verified.error}.`);
  shell.note(why);
  return openOutcome({ gate, clearance: opens, source: "kept", decision: null }, shell.paint);
};
