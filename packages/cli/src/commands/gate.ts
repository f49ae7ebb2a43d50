import { openClearance } from "@checkride/verifier/open-clearance";
import { readKeySet } from "@checkride/verifier/read-key-set";
import type { Ended, Order, RunCommand } from "../command.ts";
import { answerKept } from "../gate/answer-kept.ts";
import { askGate, type Told } from "../gate/ask-gate.ts";
import { checkGiven, readGiven, trustedKeys } from "../gate/check-given.ts";
import { forget, keep, type Question, readKept } from "../gate/gate-cache.ts";
import { closedOutcome, openOutcome } from "../gate/gate-outcome.ts";
import { whoAsks } from "../gate/who-asks.ts";
import { isGiven, textOf } from "../option-values.ts";
import { misuse } from "../outcome.ts";
import { serverAddress, warnUnencrypted } from "../reach-server.ts";
import type { Shell } from "../shell.ts";

/** In all, for everything that is asked: a pipeline waits no longer for a server that hangs. */
const timeoutMs = 5_000;

/** What an answer of the server means, now and for the time when it does not answer. */
const settle = async (shell: Shell, question: Question, told: Told): Promise<Ended> => {
  const { gate } = question;
  const { cacheFolder } = shell.environment;
  switch (told.kind) {
    case "closed":
      await forget(cacheFolder, question);
      return closedOutcome(gate, told.decision, shell.paint);
    case "refused":
      await forget(cacheFolder, question);
      return told.outcome;
    case "no-answer":
      return answerKept(shell, gate, await readKept(cacheFolder, question), told.says);
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
      if (!opened.ok) return answerKept(shell, gate, null, `${opened.error.says}.`);
      const fault = await keep(cacheFolder, question, kept);
      if (fault) shell.note(`This answer is not kept for the time without a server: ${fault}`);
      const { value: clearance } = opened;
      return openOutcome({ gate, clearance, source: "server", decision }, shell.paint);
    }
  }
};

const checkHandedOver = async (
  order: Order,
  shell: Shell,
  path: string,
  asked: { readonly gate: string; readonly url: string; readonly signal: AbortSignal },
): Promise<Ended> => {
  const text = await readGiven(path, shell);
  if (!text.ok) return text.error;
  const keys = await trustedKeys(order, shell, asked.url, asked.signal);
  if (!keys.ok) return keys.error;
  const issuer = textOf(order.values, "issuer");
  return checkGiven(shell, asked.gate, text.value, { keys: keys.value, issuer });
};

export const gate: RunCommand = async (order, shell) => {
  const [name = ""] = order.positionals;
  const address = serverAddress(order, shell);
  if (!address.ok) return address.error;
  const url = address.value;
  const signal = AbortSignal.timeout(timeoutMs);
  const handedOver = textOf(order.values, "clearance");
  if (handedOver !== null) {
    return checkHandedOver(order, shell, handedOver, { gate: name, url, signal });
  }
  for (const option of ["keys", "issuer"]) {
    if (isGiven(order.values, option)) return misuse(`--${option} belongs to --clearance.`);
  }
  const asker = await whoAsks(order, shell, { url, signal });
  if (!asker.ok) return asker.error;
  const question = { server: url, gate: name, who: asker.value.name };
  if (isGiven(order.values, "offline")) {
    const kept = await readKept(shell.environment.cacheFolder, question);
    return answerKept(shell, name, kept, "Nobody was asked (--offline).");
  }
  warnUnencrypted(url, shell);
  const told = await askGate(shell, { url, gate: name, asker: asker.value, signal });
  return settle(shell, question, told);
};
