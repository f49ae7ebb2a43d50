import { openClearance } from "@checkride/verifier/open-clearance";
import { readKeySet } from "@checkride/verifier/read-key-set";
import type { Outcome } from "../outcome.ts";
import type { Shell } from "../shell.ts";
import { answerKept } from "./answer-kept.ts";
import type { Told } from "./ask-gate.ts";
import { forget, type Kept, keep, type Question, readKept } from "./gate-cache.ts";
import { closedOutcome, openOutcome } from "./gate-outcome.ts";

/** What is said, and the clearance that it rests on. */
export type Answer = { readonly outcome: Outcome; readonly kept: Kept | null };

export const fromKept = async (shell: Shell, question: Question, why: string): Promise<Answer> => {
  const kept = await readKept(shell.environment.cacheFolder, question);
  return { outcome: await answerKept(shell, question.gate, kept, why), kept };
};

/** What an answer of the server means, now and for the time when it does not answer. */
export const settle = async (shell: Shell, question: Question, told: Told): Promise<Answer> => {
  const { gate } = question;
  const { cacheFolder } = shell.environment;
  switch (told.kind) {
    case "closed":
      await forget(cacheFolder, question);
      return { outcome: closedOutcome(gate, told.decision, shell.paint), kept: null };
    case "refused":
      await forget(cacheFolder, question);
      return { outcome: told.outcome, kept: null };
    case "no-answer":
      return fromKept(shell, question, told.says);
    case "clearance": {
      const { kept, decision } = told;
      const keys = readKeySet(kept.keys);
      const opened = keys.ok
        ? await openClearance(kept.clearance, {
            keys: keys.value,
            issuer: kept.issuer,
            now: shell.now(),
          })
        : keys;
      if (!opened.ok) {
        const outcome = await answerKept(shell, gate, null, `${opened.error.says}.`);
        return { outcome, kept: null };
      }
      const fault = await keep(cacheFolder, question, kept);
      if (fault) shell.note(`This answer is not kept for the time without a server: ${fault}`);
      const { value: clearance } = opened;
      const open = { gate, clearance, source: "server" as const, decision };
      return { outcome: openOutcome(open, shell.paint), kept };
    }
  }
};
